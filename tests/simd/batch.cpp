// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <cstring>
#include <numeric>

TEST_CASE("bits keep their places and lanes are summed, in every version of xsimd", "[simd]")
{
    husk::stream g(husk::key{.seed = 3});
    auto const v = support::random_lanes<std::int32_t>(g);
    std::array<std::int16_t, 2 * v.size()> halves{};
    husk::simd::bit_cast<std::int16_t>(support::loaded(v)).store_unaligned(halves.data());
    CHECK(std::memcmp(halves.data(), v.data(), sizeof v) == 0);

    std::array<std::int32_t, v.size()> small{};
    std::iota(small.begin(), small.end(), 5);
    CHECK(husk::simd::sum(support::loaded(small)) == std::accumulate(small.begin(), small.end(), 0));
}
