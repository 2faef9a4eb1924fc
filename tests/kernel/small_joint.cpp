// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/small_scene.hpp"

using husk::extent, husk::point, husk::simd::best;
using husk::detail::small_joint, husk::detail::spot;

TEST_CASE("guesses are the cheapest cuts through the strips in small, of both candidates", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int const overlap : {2, 3, 7, 8, 11, 16, 17, 24, 40})
            for (point const at : {point{0, 0}, {64, 0}, {0, 64}, {64, 64}}) {
                support::small_scene s(channels, overlap, at);
                small_joint joint(s.look.memory, 48, overlap);
                // Cropped blocks too, whose strips differ in length, and whole ones after them.
                for (extent const block :
                     {extent{48, 48}, {overlap + 1, 48}, {48, overlap + 1}, {47, 45}, {48, 48}}) {
                    s.lay(block);
                    joint.read<best>(s.small, {at, block}, s.words.data(), s.pitch);
                    for (int i = 0; i < 4; ++i) {
                        auto const any = [&](int e) {
                            auto const whole = s.look.exemplars[static_cast<std::size_t>(e)].window.size;
                            return spot{e, s.look.luck.corner(whole, block)};
                        };
                        spot const a = any(i % 2), b = any(i / 2);
                        auto const both = joint.guess<best>(s.small, {{a, b}});
                        REQUIRE(both[0] == s.guessed(a));
                        REQUIRE(both[1] == s.guessed(b));
                    }
                }
            }
}
