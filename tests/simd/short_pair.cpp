// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/short_pair.hpp>

#include <vector>

TEMPLATE_TEST_CASE("pairs of levels come from bytes, are added, and become the bytes next to them", "[simd]",
                   husk::simd::best, husk::simd::scalar)
{
    using V = husk::simd::short_pair<TestType>;
    for (int const add : {0, 1, 100, 255})
        for (int first = 0; first < 256; first += 8) {
            std::vector<std::uint8_t> from(V::lanes), to(V::lanes + 1, 7), expected;
            for (std::size_t i = 0; i < from.size(); ++i) {
                from[i] = static_cast<std::uint8_t>((first + static_cast<int>(i)) % (256 - add));
                expected.push_back(static_cast<std::uint8_t>(from[i] + add));
            }
            expected.push_back(7); // nothing is written there
            std::vector<std::uint8_t> const more(V::lanes, static_cast<std::uint8_t>(add));
            (V::load(from.data()) + V::load(more.data())).store(to.data());
            CHECK(to == expected);
        }
}
