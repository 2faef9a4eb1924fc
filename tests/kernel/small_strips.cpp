// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"
#include "kernel/small_scene.hpp"

using husk::extent, husk::point, husk::simd::best;
using husk::detail::place_lanes, husk::detail::small_strips;

TEST_CASE("an overlap is halved until it is eight columns wide", "[kernel]")
{
    CHECK(small_strips::scale_for(0) == 1);
    CHECK(small_strips::scale_for(8) == 1);
    CHECK(small_strips::scale_for(9) == 2); // four columns, and a ninth that nobody looks at
    for (int overlap = 2; overlap < 256; ++overlap) {
        auto const scale = small_strips::scale_for(overlap);
        CHECK(overlap / scale <= small_strips::columns);
        if (scale > 1) CHECK(2 * overlap / scale > small_strips::columns);
    }
}

TEST_CASE("samples are sums of distances in every fourth row of both strips", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int const overlap : {2, 3, 7, 8, 11, 16, 17, 24, 40})
            for (point const at : {point{0, 0}, {64, 0}, {0, 64}, {64, 64}}) {
                support::small_scene s(channels, overlap, at);
                for (extent const block : {extent{48, 48}, {overlap + 1, 48}, {48, overlap + 1}, {47, 45}}) {
                    s.lay(block);
                    small_strips strips(s.look.memory, 48, overlap);
                    strips.read<husk::simd::best>({at, block}, s.words.data(), s.pitch);
                    // More than are looked at together.
                    place_lanes all(s.look.memory, 75);
                    for (all.count = 0; all.count < 75; ++all.count) {
                        auto const e = static_cast<int>(all.count % 2);
                        auto const whole = s.look.exemplars[static_cast<std::size_t>(e)].window.size;
                        all.put(all.count, {e, s.look.luck.corner(whole, block)});
                    }
                    std::vector<std::int32_t> costs(all.count + place_lanes::slack);
                    strips.sample<best>(s.small, all, costs.data());
                    for (std::size_t i = 0; i < all.count; ++i) REQUIRE(costs[i] == s.sampled(all[i]));
                }
            }
}
