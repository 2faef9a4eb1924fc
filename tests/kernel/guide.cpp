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
                        auto const i = g.index(layout, p, {x, y});
                        ++seen[static_cast<std::size_t>(i)];
                        for (int c = 0; c < channels; ++c)
                            REQUIRE(g.plane(layout, c)[i] == look.level(e, {x, y}, c));
                        auto const next = layout == 0 ? husk::point{x + 1, y} : husk::point{x, y + 1};
                        if (next.x >= p.size.width || next.y >= p.size.height) continue;
                        REQUIRE(g.index(layout, p, next) == i + 1);
                        REQUIRE(g.edges(layout)[i + 1] == look.distance(e, next, e, {x, y}));
                    }
            }
            CHECK(std::ranges::all_of(seen, [](int n) { return n == 1; }));
        }
    }
}

TEST_CASE("sampled() sorts columns by their rest, and every fourth column is a step of one", "[kernel]")
{
    for (int length = 1; length < 70; ++length) {
        std::vector<int> places;
        for (int rest = 0; rest < guide::sparse; ++rest)
            for (int x = rest; x < length; x += guide::sparse) places.push_back(guide::sampled(x, length));
        std::vector<int> expected(static_cast<std::size_t>(length));
        std::iota(expected.begin(), expected.end(), 0);
        REQUIRE(places == expected);
    }
}

TEST_CASE("samples hold a pixel's channels in a word, where sampled() says", "[kernel]")
{
    support::looked_at const look({{6, 3}, {9, 8}}, 4);
    auto const& p = look.guide.parts()[1];
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 9; ++x) {
            std::uint32_t word = 0;
            for (int c = 3; c >= 0; --c) word = word << 8 | look.level(1, {x, y}, c);
            CHECK(look.guide.samples(0)[p.first + y * 9 + guide::sampled(x, 9)] == word);
            CHECK(look.guide.samples(1)[p.first + x * 8 + guide::sampled(y, 8)] == word);
        }
}

TEST_CASE("beyond the cap, wrong is wrong", "[kernel]")
{
    support::looked_at const look({{20, 20}}, 3);
    int capped = 0;
    for (int a = 0; a < 400; ++a) {
        auto const p = look.numbered(a), q = look.numbered(399 - a);
        REQUIRE(look.guide.distance(a, 399 - a) == look.distance(0, p.at, 0, q.at));
        capped += look.guide.distance(a, 399 - a) == look.guide.cap();
    }
    CHECK(capped > 0);
    CHECK(capped < 400);
}
