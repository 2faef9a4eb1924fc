// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/at_most.hpp>

TEST_CASE("at_most tells which words are at most a limit, at both ends of their range too", "[simd]")
{
    using arch = husk::simd::best;
    husk::stream g(husk::key{.seed = 6});
    for (int round = 0; round < 2000; ++round) {
        auto const v = support::random_lanes<std::uint32_t>(g);
        for (auto const limit : {g.bits(), v[0], 0u, ~0u, 0x7fffffffu, 0x80000000u}) {
            unsigned expected = 0;
            for (std::size_t i = 0; i < v.size(); ++i) expected |= (v[i] <= limit ? 1u : 0u) << i;
            REQUIRE(husk::simd::at_most<arch>(v.data(), limit) == expected);
            REQUIRE(husk::simd::detail::at_most<arch>(v.data(), limit, husk::simd::scalar{}) == expected);
            REQUIRE(husk::simd::at_most<husk::simd::scalar>(v.data(), limit) == (expected & 1));
        }
    }
}
