// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <numeric>

using husk::detail::guide;

TEST_CASE("a guide numbers every pixel once in either layout, and holds its levels there", "[kernel]")
{
    for (int const channels : {1, 3, 4}) {
        support::looked_at const look({{7, 5}, {1, 9}, {33, 2}}, channels);
        auto const& g = look.guide;
        REQUIRE(g.pixels() == 35 + 9 + 66);
        for (int layout = 0; layout < 2; ++layout) {
            std::vector<int> seen(static_cast<std::size_t>(g.pixels()));
            for (std::size_t e = 0; e < look.exemplars.size(); ++e) {
                auto const& p = g.parts()[e];
                for (int y = 0; y < p.size.height; ++y)
                    for (int x = 0; x < p.size.width; ++x) {
                        auto const i = guide::index(layout, p, {x, y});
                        ++seen[static_cast<std::size_t>(i)];
                        REQUIRE(g.words(layout)[i] == look.word(e, {x, y}));
                        auto const next = layout == 0 ? husk::point{x + 1, y} : husk::point{x, y + 1};
                        if (next.x >= p.size.width || next.y >= p.size.height) continue;
                        REQUIRE(guide::index(layout, p, next) == i + 1);
                        REQUIRE(g.edges(layout)[i + 1] == look.distance(e, next, e, {x, y}));
                    }
            }
            CHECK(std::ranges::all_of(seen, [](int n) { return n == 1; }));
        }
    }
}

namespace {

/// The mean of the scale x scale pixels under a pixel in small, by halves; past the end the last ones go on.
auto slow_mean(support::looked_at const& look, std::size_t e, int x, int y, int side, int c) -> int
{
    auto const size = look.exemplars[e].window.size;
    if (side == 1) return look.level(e, {std::min(x, size.width - 1), std::min(y, size.height - 1)}, c);
    int const h = side / 2;
    return (slow_mean(look, e, x, y, h, c) + slow_mean(look, e, x + h, y, h, c) +
            slow_mean(look, e, x, y + h, h, c) + slow_mean(look, e, x + h, y + h, h, c) + 2) /
           4;
}

} // namespace

TEST_CASE("in small, a pixel is the mean of those under it, by halves", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int const scale : {1, 2, 4, 8}) {
            support::looked_at look({{17, 6}, {8, 23}, {1, 1}}, channels);
            guide small(look.memory, look.exemplars, channels, scale);
            small.reduce<husk::simd::best>(look.guide);
            REQUIRE(small.cap() == look.guide.cap());
            for (std::size_t e = 0; e < look.exemplars.size(); ++e) {
                auto const& p = small.parts()[e];
                auto const whole = look.exemplars[e].window.size;
                REQUIRE(p.size ==
                        husk::extent{(whole.width + scale - 1) / scale, (whole.height + scale - 1) / scale});
                for (int y = 0; y < p.size.height; ++y)
                    for (int x = 0; x < p.size.width; ++x) {
                        std::uint32_t word = 0;
                        for (int c = channels - 1; c >= 0; --c)
                            word = word << 8 | static_cast<std::uint32_t>(
                                                   slow_mean(look, e, scale * x, scale * y, scale, c));
                        for (int layout = 0; layout < 2; ++layout)
                            REQUIRE(small.words(layout)[guide::index(layout, p, {x, y})] == word);
                    }
            }
        }
}
