// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/least_places.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::extent, husk::detail::place_walk, husk::detail::places, husk::detail::spot;

TEST_CASE("a walk finds places by numbers that ascend", "[kernel]")
{
    // In the second and the last exemplar the block fits nowhere.
    std::vector<extent> const sizes{{7, 5}, {3, 20}, {4, 4}, {90, 30}, {9, 3}};
    places const all(sizes, {4, 4});
    for (std::size_t step : {1u, 2u, 7u, 100u}) {
        place_walk walk(all);
        for (std::size_t i = step / 2; i < all.count(); i += step) REQUIRE(walk.at(i) == all.at(i));
    }
}

TEMPLATE_TEST_CASE("what costs little is found in order, also where the limit falls meanwhile", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    husk::stream luck(husk::key{.seed = 1});
    auto const check = [&](auto cost, std::vector<extent> const& sizes) {
        using C = decltype(cost);
        places const all(sizes, {4, 4});
        std::vector<C> costs(all.count());
        for (auto& c : costs) c = luck.below(1000);
        for (bool const falls : {false, true}) {
            C limit = 500, slow_limit = 500;
            std::vector<std::size_t> found, expected;
            husk::detail::for_each_at_most<TestType>(all, std::span<C const>(costs), limit,
                                                     [&](std::size_t i, spot const& s) {
                                                         REQUIRE(s == all.at(i));
                                                         found.push_back(i);
                                                         if (falls) limit -= 3;
                                                     });
            for (std::size_t i = 0; i < costs.size(); ++i)
                if (costs[i] <= slow_limit) {
                    expected.push_back(i);
                    if (falls) slow_limit -= 3;
                }
            REQUIRE(found == expected);
        }
    };
    for (int side = 4; side < 40; ++side) {
        check(std::uint32_t{}, {{side, 9}, {11, side}});
        check(std::uint64_t{}, {{side, 9}, {11, side}});
    }
}
