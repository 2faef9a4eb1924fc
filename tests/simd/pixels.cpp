// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/pixels.hpp>

#include <vector>

TEST_CASE("the channels are visited in order, each as a constant", "[simd]")
{
    std::vector<int> seen;
    husk::simd::for_channels<husk::simd::best, 4>([&](auto c) {
        static_assert(decltype(c)::value < 4);
        seen.push_back(c);
    });
    CHECK(seen == std::vector{0, 1, 2, 3});
    husk::simd::for_channels<husk::simd::best, 1>([&](auto c) { seen.push_back(c); });
    CHECK(seen == std::vector{0, 1, 2, 3, 0});
}
