// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/few_best.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>

#include <vector>

TEST_CASE("the best few are the first of all when these are sorted", "[kernel]")
{
    husk::stream luck(husk::key{.seed = 9});
    for (std::size_t const most : {1u, 2u, 7u, 40u})
        for (std::uint32_t const costs : {1u, 3u, 1000u}) { // of few costs many are equal
            husk::workspace room;
            auto memory = room.fit(4096);
            husk::detail::few_best best(memory, most);
            REQUIRE(best.most() == most);
            for (int round = 0; round < 20; ++round) {
                best.clear();
                std::vector<std::pair<std::uint32_t, std::size_t>> all;
                for (std::size_t n = 0; n < 60; ++n) {
                    auto const cost = luck.below(costs) + (n == 50 ? 0xfffffff0u - costs : 0u);
                    all.emplace_back(cost, n);
                    bool const full = best.size() == most;
                    if (cost > best.limit()) CHECK(full);
                    bool const wanted = best.wants(cost, n);
                    best.offer(cost, n);
                    std::sort(all.begin(), all.end());
                    REQUIRE(best.size() == std::min(most, all.size()));
                    bool kept = false;
                    for (std::size_t i = 0; i < best.size(); ++i) {
                        REQUIRE(best.number(i) == all[i].second);
                        kept |= best.number(i) == n;
                    }
                    REQUIRE(wanted == kept);
                    if (best.size() == most) REQUIRE(best.limit() == all[most - 1].first);
                }
            }
        }
}
