// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/pipeline/execute.hpp>

#include <map>
#include <set>

using husk::extent, husk::grid_shuffle, husk::key;
using support::contains, support::message_of;

namespace {

auto traced(grid_shuffle const& t, key const& k, extent in) -> husk::coordinate_map
{
    auto const source = support::numbered<std::uint16_t>(in);
    husk::image<std::uint16_t> target(in);
    husk::workspace memory;
    return husk::trace(husk::draw(t, k, in), source, target, memory);
}

auto is_identity(husk::coordinate_map const& m) -> bool
{
    return m == husk::coordinate_map::identity(m.size());
}

/// Whether every pixel of the source occurs exactly once.
auto is_permutation(husk::coordinate_map const& m) -> bool
{
    std::set<std::pair<int, int>> seen;
    for (int y = 0; y < m.size().height; ++y)
        for (int x = 0; x < m.size().width; ++x) seen.insert({m(x, y).x, m(x, y).y});
    return static_cast<std::int64_t>(seen.size()) == m.size().area();
}

} // namespace

TEST_CASE("cells move whole, and each occurs once", "[negative]")
{
    for (std::uint64_t i = 0; i < 20; ++i) {
        auto const map = traced({}, key{.index = i}, {224, 224});
        CHECK(is_permutation(map));
        for (int y = 0; y < 224; ++y)
            for (int x = 0; x < 224; ++x) {
                auto const first = map(x / 32 * 32, y / 32 * 32);
                REQUIRE(first.x % 32 == 0);
                REQUIRE(map(x, y) == husk::origin{0, first.x + x % 32, first.y + y % 32});
            }
    }
}

TEST_CASE("the identity never comes out unless it may, and the rest is equally likely", "[negative]")
{
    std::map<int, int> arrangements;
    int identities = 0;
    for (std::uint64_t i = 0; i < 4600; ++i) {
        auto const m = traced({.cells = 2}, key{.index = i}, {2, 2});
        REQUIRE_FALSE(is_identity(m));
        auto const cell = [&](int x, int y) { return m(x, y).y * 2 + m(x, y).x; };
        ++arrangements[cell(0, 0) * 64 + cell(1, 0) * 16 + cell(0, 1) * 4 + cell(1, 1)];
        identities += is_identity(traced({.cells = 2, .allow_identity = true}, key{.index = i}, {2, 2}));
    }
    CHECK(arrangements.size() == 23);
    double chi = 0;
    for (auto const& [a, n] : arrangements) chi += (n - 200.) * (n - 200.) / 200;
    CHECK(chi < 22 + 5 * std::sqrt(44.));
    CHECK(std::abs(identities - 4600 / 24) < 5 * 14); // deviation sqrt(4600 x 23) / 24 = 13.6
}

TEST_CASE("cells that do not divide the image still fill it", "[negative]")
{
    for (int w = 2; w <= 40; w += 3)
        for (int h = 2; h <= 40; h += 5)
            for (int n = 2; n <= std::min({w, h, 9}); ++n) {
                auto const m = traced({.cells = n}, key{.seed = 5}, {w, h});
                REQUIRE_FALSE(is_identity(m));
                if (w % n == 0 && h % n == 0) REQUIRE(is_permutation(m));
            }
}

TEST_CASE("cells of p pixels with ragged edges lose no pixel", "[negative]")
{
    for (int w = 9; w <= 40; w += 3)
        for (int h = 9; h <= 40; h += 5)
            for (int p = 1; p <= 4; ++p) {
                auto const m = traced({.pixels = p, .rotate = p % 2 == 0}, key{.seed = 6}, {w, h});
                REQUIRE(is_permutation(m));
                REQUIRE_FALSE(is_identity(m));
            }
}

TEST_CASE("cells turn when asked: squares four ways, others two", "[negative]")
{
    std::set<std::pair<int, int>> square, oblong;
    for (std::uint64_t i = 0; i < 30; ++i) {
        auto const a = traced({.cells = 2, .rotate = true}, key{.index = i}, {8, 8});
        auto const b = traced({.cells = 2, .rotate = true}, key{.index = i}, {8, 6});
        CHECK(is_permutation(a));
        CHECK(is_permutation(b));
        square.insert({a(1, 0).x - a(0, 0).x, a(1, 0).y - a(0, 0).y});
        oblong.insert({b(1, 0).x - b(0, 0).x, b(1, 0).y - b(0, 0).y});
    }
    CHECK(square.size() == 4);
    CHECK(oblong == std::set<std::pair<int, int>>{{-1, 0}, {1, 0}});
}

TEST_CASE("grids that cannot be are named", "[negative]")
{
    auto const attempt = [](grid_shuffle const& t, extent in) {
        return message_of([&] { (void)husk::draw(t, key{}, in); });
    };
    CHECK(contains(attempt({.cells = 0}, {9, 9}), "grid_shuffle.cells is 0"));
    CHECK(contains(attempt({.cells = -3}, {9, 9}), "grid_shuffle.cells is -3"));
    CHECK(contains(attempt({}, {6, 9}), "grid_shuffle.cells is 7: must lie in [1, 6]"));
    CHECK(contains(attempt({.pixels = -1}, {9, 9}), "grid_shuffle.pixels is -1"));
    CHECK(contains(attempt({.pixels = 10}, {9, 20}), "grid_shuffle.pixels is 10"));
    CHECK(contains(attempt({.cells = 1}, {9, 9}), "set allow_identity"));
    CHECK(contains(attempt({.pixels = 8}, {9, 9}), "set allow_identity"));
    CHECK(attempt({.cells = 1, .allow_identity = true}, {1, 1}).empty());
}
