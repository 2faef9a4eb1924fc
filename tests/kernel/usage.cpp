// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/usage.hpp>

using husk::detail::usage, husk::simd::best;

namespace {

/// The sum of the squared counts under a window, by the numbers of its pixels.
auto slow_squares(support::looked_at const& look, std::vector<std::int64_t> const& counts, std::size_t e,
                  husk::rect const& w) -> std::int64_t
{
    std::int64_t sum = 0;
    for (int y = 0; y < w.size.height; ++y)
        for (int x = 0; x < w.size.width; ++x) {
            auto const i = look.guide.index(0, look.guide.parts()[e], {w.at.x + x, w.at.y + y});
            auto const n = std::min<std::int64_t>(counts[static_cast<std::size_t>(i)], usage::most);
            sum += n * n;
        }
    return sum;
}

} // namespace

TEST_CASE("usage adds up what was counted, under every window", "[kernel]")
{
    std::vector<husk::extent> const sizes{{1, 1}, {37, 11}, {16, 40}, {3, 2}};
    support::looked_at look(sizes, 1);
    usage used(look.memory, look.guide, look.exemplars);
    std::vector<std::int64_t> counts(static_cast<std::size_t>(look.guide.pixels()));
    for (int round = 0; round < 12; ++round) {
        for (int i = 0; i < 3000; ++i) {
            auto const pixel = look.luck.below(static_cast<std::uint32_t>(counts.size()));
            bool const less = counts[pixel] > 0 && look.luck.below(3) == 0;
            counts[pixel] += less ? -1 : 1;
            auto const e = look.numbered(static_cast<int>(pixel)).e;
            if (less) used.hide(e, static_cast<int>(pixel));
            else used.show(e, static_cast<int>(pixel), 1);
        }
        used.refresh<best>(look.guide);
        for (std::size_t e = 0; e < sizes.size(); ++e)
            for (int i = 0; i < 40; ++i) {
                auto const size = sizes[e];
                husk::extent const box{
                    1 + static_cast<int>(look.luck.below(static_cast<std::uint32_t>(size.width))),
                    1 + static_cast<int>(look.luck.below(static_cast<std::uint32_t>(size.height)))};
                husk::rect const window{look.luck.corner(size, box), box};
                REQUIRE(used.squares_under<best>(look.guide, e, window) ==
                        slow_squares(look, counts, e, window));
            }
    }
}

TEST_CASE("usage does not overflow where everything was seen more often than it can tell", "[kernel]")
{
    support::looked_at look({{256, 256}}, 1);
    usage used(look.memory, look.guide, look.exemplars);
    for (int times = 0; times < 600; ++times) used.show(0, 0, 256 * 256);
    used.refresh<best>(look.guide);
    CHECK(used.squares_under<best>(look.guide, 0, {{0, 0}, {256, 256}}) ==
          std::int64_t{256} * 256 * usage::most * usage::most);
    for (int times = 0; times < 599; ++times)
        for (int i = 0; i < 256 * 256; ++i) used.hide(0, i); // told apart again
    used.refresh<best>(look.guide);
    CHECK(used.squares_under<best>(look.guide, 0, {{0, 0}, {256, 256}}) == 256 * 256);
}

TEST_CASE("the even share is what an evenly seen exemplar would have", "[kernel]")
{
    support::looked_at look({{10, 10}, {20, 5}}, 1);
    usage used(look.memory, look.guide, look.exemplars);
    for (int times = 0; times < 3; ++times) used.show(0, 0, 100);
    for (int times = 0; times < 200; ++times) used.show(1, 100, 1);
    CHECK(used.even_share(look.guide, 0, 12) == 12 * 9);
    CHECK(used.even_share(look.guide, 1, 50) == 50 * 4); // however unevenly
}
