// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/four_sums.hpp>

#include <array>
#include <numeric>

TEST_CASE("four registers are summed at once, each by itself", "[simd]")
{
    using arch = husk::simd::best;
    using ints = husk::simd::batch<std::int32_t, arch>;
    husk::stream g(husk::key{.seed = 4});
    for (int round = 0; round < 500; ++round) {
        std::array<ints, 4> registers;
        std::array<std::int32_t, 4> expected{}, fast{}, slow{};
        for (std::size_t i = 0; i < 4; ++i) {
            auto lanes = support::random_lanes<std::int32_t>(g);
            for (auto& v : lanes) v >>= 6; // sums must fit
            registers[i] = ints::load_unaligned(lanes.data());
            expected[i] = std::accumulate(lanes.begin(), lanes.end(), 0);
        }
        husk::simd::four_sums<arch>(registers.data(), fast.data());
        husk::simd::detail::four_sums<arch>(registers.data(), slow.data(), husk::simd::scalar{});
        REQUIRE(fast == expected);
        REQUIRE(slow == expected);
    }
}
