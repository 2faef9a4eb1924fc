// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/seam.hpp>

using husk::detail::seam, husk::simd::best;

namespace {

/// The prices that the seam's comment sets, without any cleverness.
struct prices {
    support::looked_at const& look;
    support::laid_strip const& laid;
    std::size_t e;
    husk::point at;

    auto distance(int r, int j) const -> int { return laid.distance(look, e, at, r, j); }

    auto crossing(int r, int j) const -> int
    {
        auto const here = at + support::in_block(laid.layout, r, j),
                   before = at + support::in_block(laid.layout, r, j - 1);
        auto const a = look.numbered(laid.owner(r, j)), b = look.numbered(laid.owner(r, j - 1));
        auto const hidden = look.distance(e, here, e, before) + look.distance(a.e, a.at, b.e, b.at);
        auto const m = distance(r, j - 1) + distance(r, j);
        return std::max(m - hidden, m / 4);
    }

    /// From column j of row r to one column further in the row below.
    auto aside(int r, int j, int step) const -> int
    {
        return step == 0 ? 0 : distance(r, step < 0 ? j - 1 : j) / 8;
    }

    /// The cheapest of all 8-connected paths from (r, j) to the far end, tried one by one.
    auto brute_force(int r, int j) const -> int
    {
        if (j < 1 || j >= laid.width) return 1 << 20;
        if (r == laid.length - 1) return crossing(r, j);
        auto least = 1 << 20;
        for (int const step : {-1, 0, 1})
            least = std::min(least, aside(r, j, step) + brute_force(r + 1, j + step));
        return crossing(r, j) + least;
    }

    auto of_path(int r, std::vector<std::uint16_t> const& path) const -> int
    {
        int sum = 0;
        for (; r < laid.length; ++r) {
            int const j = path[static_cast<std::size_t>(r)];
            sum += crossing(r, j);
            if (r + 1 < laid.length) sum += aside(r, j, path[static_cast<std::size_t>(r + 1)] - j);
        }
        return sum;
    }

    auto straight(int r, int j) const -> int
    {
        int sum = 0;
        for (; r < laid.length; ++r) sum += crossing(r, j);
        return sum;
    }
};

void lay(support::looked_at& look, seam& s, support::laid_strip const& laid) { laid.lay<best>(look, s.laid); }

auto random_place(support::looked_at& look, support::laid_strip const& laid, std::size_t e) -> husk::point
{
    auto const far = support::in_block(laid.layout, laid.length, laid.width);
    return look.luck.corner(look.exemplars[e].window.size, {far.x, far.y});
}

/// The followed path stays inside, moves a column at most, and costs what it was said to.
void check_path(seam const& s, prices const& p, int r, int j)
{
    std::vector<std::uint16_t> path(static_cast<std::size_t>(p.laid.length), 9999);
    s.follow<best>(r, j, path.data());
    for (int y = 0; y <= r; ++y) REQUIRE(path[static_cast<std::size_t>(y)] == j);
    for (std::size_t y = 0; y < path.size(); ++y) {
        REQUIRE(path[y] >= 1);
        REQUIRE(path[y] < p.laid.width);
        if (y > 0) REQUIRE(std::abs(path[y] - path[y - 1]) <= 1);
    }
    REQUIRE(p.of_path(r, path) == s.total(r, j));
}

} // namespace

TEST_CASE("the cheapest cut is the cheapest of all paths", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int layout = 0; layout < 2; ++layout)
            for (int width = 2; width <= 5; ++width)
                for (std::uint32_t const contrast : {2u, 40u, 256u}) { // few levels: many ties
                    support::looked_at look({{12, 11}, {9, 13}}, channels, contrast, contrast);
                    seam s(look.memory, 7, width, layout);
                    for (int const length : {7, 1, 2, 3, 5, 4, 6, 7}) {
                        auto const laid = support::random_strip(look, layout, length, width);
                        lay(look, s, laid);
                        for (std::size_t e = 0; e < 2; ++e) {
                            prices const p{look, laid, e, random_place(look, laid, e)};
                            s.price<best>(look.guide, look.guide.parts()[e], p.at);
                            for (int r = 0; r < length; ++r)
                                for (int j = 1; j < width; ++j) {
                                    REQUIRE(s.total(r, j) == p.brute_force(r, j));
                                    check_path(s, p, r, j);
                                }
                        }
                    }
                }
}

TEST_CASE("at every width, a cut costs what its path costs, and no more than any straight one", "[kernel]")
{
    for (int layout = 0; layout < 2; ++layout)
        for (int width = 2; width <= 40; ++width) {
            support::looked_at look({{50, 49}}, 3, 60, static_cast<std::uint64_t>(width));
            seam s(look.memory, 45, width, layout);
            // A strip at the border is shorter; what it leaves behind must not open a way round.
            for (int const length : {45, 17, 45, 32, 41}) {
                auto const laid = support::random_strip(look, layout, length, width);
                lay(look, s, laid);
                prices const p{look, laid, 0, random_place(look, laid, 0)};
                s.price<best>(look.guide, look.guide.parts()[0], p.at);
                for (int const r : {0, length / 2, length - 1})
                    for (int j = 1; j < width; ++j) {
                        REQUIRE(s.total(r, j) <= p.straight(r, j));
                        check_path(s, p, r, j);
                    }
            }
        }
}

TEST_CASE("cuts too dear to count are capped, and still followed inside the strip", "[kernel]")
{
    husk::workspace room;
    auto memory = room.fit(64u << 20);
    husk::exemplar const two[] = {{{{}, {256, 256}}, 0}, {{{}, {256, 256}}, 0}};
    husk::detail::guide g(memory, two, 3);
    g.fill<best>(support::two_tones{});
    seam s(memory, 256, 16, 0);
    s.laid.lay<best>(g, 256, g.words(0), 256);
    s.price<best>(g, g.parts()[1], {0, 0});
    std::vector<std::uint16_t> path(256);
    for (int j = 1; j < 16; ++j) {
        CHECK(s.total(0, j) == seam::never); // 256 rows x 2 x 128
        s.follow<best>(0, j, path.data());
        CHECK(std::ranges::all_of(path, [](int c) { return c >= 1 && c < 16; }));
    }
    s.price<best>(g, g.parts()[0], {0, 0});
    for (int j = 1; j < 16; ++j) CHECK(s.total(0, j) == 0);
}

TEST_CASE("two strips priced together cost what each does alone", "[kernel]")
{
    for (int const shorter : {1, 5, 20, 33}) {
        support::looked_at look({{50, 49}}, 3, 60, static_cast<std::uint64_t>(shorter));
        auto const& p = look.guide.parts()[0];
        seam a(look.memory, 33, 9, 0), b(look.memory, 33, 9, 1), alone(look.memory, 33, 9, 1);
        auto const left = support::random_strip(look, 0, 33, 9),
                   top = support::random_strip(look, 1, shorter, 9);
        lay(look, a, left), lay(look, b, top), lay(look, alone, top);
        seam::price<best>(a, b, look.guide, p, {4, 7});
        alone.price<best>(look.guide, p, {4, 7});
        for (int r = 0; r < shorter; ++r)
            for (int j = 1; j < 9; ++j) REQUIRE(b.total(r, j) == alone.total(r, j));
        seam again(look.memory, 33, 9, 0);
        lay(look, again, left);
        again.price<best>(look.guide, p, {4, 7});
        for (int r = 0; r < 33; ++r)
            for (int j = 1; j < 9; ++j) REQUIRE(a.total(r, j) == again.total(r, j));
    }
}
