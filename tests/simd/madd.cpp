// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/madd.hpp>

TEST_CASE("madd is exact, and the machine's agrees with the plain one", "[simd]")
{
    using arch = husk::simd::best;
    husk::stream g(husk::key{.seed = 1});
    for (int round = 0; round < 2000; ++round) {
        auto const a = support::random_lanes<std::int16_t>(g), b = support::random_lanes<std::int16_t>(g);
        std::array<std::int32_t, husk::simd::lanes<std::int32_t, arch>> fast{}, plain{};
        husk::simd::madd<arch>(support::loaded(a), support::loaded(b)).store_unaligned(fast.data());
        husk::simd::detail::madd<arch>(support::loaded(a), support::loaded(b), husk::simd::scalar{})
            .store_unaligned(plain.data());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            REQUIRE(fast[i] == a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1]);
            REQUIRE(plain[i] == fast[i]);
        }
    }
}
