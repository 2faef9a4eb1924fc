// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/lesser.hpp>

TEST_CASE("the lesser and the greater of 16-bit lanes are that, signs and all", "[simd]")
{
    using arch = husk::simd::best;
    husk::stream g(husk::key{.seed = 3});
    for (int round = 0; round < 2000; ++round) {
        auto const a = support::random_lanes<std::int16_t>(g), b = support::random_lanes<std::int16_t>(g);
        auto least = a, most = a;
        husk::simd::lesser<arch>(support::loaded(a), support::loaded(b)).store_unaligned(least.data());
        husk::simd::greater<arch>(support::loaded(a), support::loaded(b)).store_unaligned(most.data());
        for (std::size_t i = 0; i < a.size(); ++i) {
            REQUIRE(least[i] == std::min(a[i], b[i]));
            REQUIRE(most[i] == std::max(a[i], b[i]));
        }
    }
}
