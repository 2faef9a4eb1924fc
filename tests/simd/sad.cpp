// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/sad.hpp>

TEST_CASE("absolute differences and their sum are exact", "[simd]")
{
    using arch = husk::simd::best;
    husk::stream g(husk::key{.seed = 2});
    for (int round = 0; round < 2000; ++round) {
        auto const a = support::random_lanes<std::uint8_t>(g), b = support::random_lanes<std::uint8_t>(g);
        auto difference = a;
        husk::simd::absolute_difference<arch>(support::loaded(a), support::loaded(b))
            .store_unaligned(difference.data());
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            auto const expected = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i];
            REQUIRE(difference[i] == expected);
            sum += static_cast<std::uint32_t>(expected);
        }
        REQUIRE(husk::simd::sad<arch>(support::loaded(a), support::loaded(b)) == sum);
        REQUIRE(husk::simd::detail::sad<arch>(support::loaded(a), support::loaded(b), husk::simd::scalar{}) ==
                sum);
    }
}
