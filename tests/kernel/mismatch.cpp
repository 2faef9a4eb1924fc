// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/mismatch.hpp>

using husk::detail::guide, husk::detail::strip, husk::simd::best;

namespace {

auto slow_squares(support::looked_at const& look, support::laid_strip const& laid, std::size_t e,
                  husk::point at, int begin) -> std::int64_t
{
    std::int64_t sum = 0;
    for (int r = begin; r < laid.length; ++r)
        for (int j = 0; j < laid.width; ++j)
            for (int c = 0; c < look.guide.channels(); ++c) {
                auto const old = look.numbered(laid.owner(r, j));
                std::int64_t const d = look.level(e, at + support::in_block(laid.layout, r, j), c) -
                                       look.level(old.e, old.at, c);
                sum += d * d;
            }
    return sum;
}

void check(support::looked_at& look, int layout, int length, int width)
{
    strip s(look.memory, layout, length, width);
    auto const laid = support::random_strip(look, layout, length, width);
    laid.lay<best>(look, s);
    auto const far = support::in_block(layout, length, width); // the block, as an extent
    for (std::size_t e = 0; e < look.exemplars.size(); ++e) {
        auto const whole = look.exemplars[e].window.size;
        husk::point const last{whole.width - far.x, whole.height - far.y};
        auto const random = look.luck.corner(whole, {far.x, far.y});
        for (auto const at : {husk::point{0, 0}, last, random}) {
            auto const& p = look.guide.parts()[e];
            for (int const begin : {0, 1, length})
                REQUIRE(husk::detail::squared_mismatch<best>(look.guide, s, p, at, begin) ==
                        slow_squares(look, laid, e, at, begin));
        }
    }
}

} // namespace

TEST_CASE("mismatches are what plain loops find, at every width, first and last place", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int layout = 0; layout < 2; ++layout)
            for (int width = 2; width <= 40; ++width) {
                support::looked_at look({{60, 57}, {41, 61}}, channels, 256,
                                        static_cast<std::uint64_t>(width));
                for (int const length : {1, 3, 8, 33, 41}) check(look, layout, length, width);
            }
}

TEST_CASE("squares do not overflow where everything is as wrong as it can be", "[kernel]")
{
    husk::workspace room;
    auto memory = room.fit(64u << 20);
    husk::exemplar const two[] = {{{{}, {256, 256}}, 0}, {{{}, {256, 256}}, 0}};
    guide g(memory, two, 4);
    g.fill<best>(support::two_tones{});
    strip s(memory, 0, 256, 255);
    s.lay<best>(g, 256, g.words(0), 256);
    CHECK(husk::detail::squared_mismatch<best>(g, s, g.parts()[1], {0, 0}, 0) ==
          std::int64_t{256} * 255 * 4 * 255 * 255);
    CHECK(husk::detail::squared_mismatch<best>(g, s, g.parts()[0], {1, 0}, 0) == 0);
}

TEST_CASE("identical is what agrees in every pixel", "[kernel]")
{
    for (int layout = 0; layout < 2; ++layout) {
        support::looked_at look({{40, 33}}, 3);
        auto const& p = look.guide.parts()[0];
        strip s(look.memory, layout, 20, 7);
        auto const far = support::in_block(layout, 20, 7);
        husk::point const from{3, 5};
        for (int changed = -1; changed < 20 * 7; changed += 13) {
            auto laid = support::random_strip(look, layout, 20, 7);
            for (int r = 0; r < 20; ++r)
                for (int j = 0; j < 7; ++j)
                    laid.owners[static_cast<std::size_t>(r * 7 + j)] =
                        guide::index(0, p, from + support::in_block(layout, r, j));
            if (changed >= 0) laid.owners[static_cast<std::size_t>(changed)] = guide::index(0, p, {39, 32});
            laid.lay<best>(look, s);
            REQUIRE(husk::detail::identical<best>(look.guide, s, p, from) == (changed < 0));
            REQUIRE_FALSE(husk::detail::identical<best>(look.guide, s, p, {40 - far.x, 33 - far.y}));
        }
    }
}
