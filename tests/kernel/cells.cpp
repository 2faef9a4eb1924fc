// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/cells.hpp>

#include <vector>

using husk::cell_grid, husk::extent;

namespace {

/// Whether every pixel lies in exactly one cell.
auto tiles(cell_grid const& g, extent whole) -> bool
{
    std::vector<int> covered(static_cast<std::size_t>(whole.area()));
    for (int i = 0; i < g.count(); ++i) {
        auto const c = g.cell(i);
        if (c.size.empty() || !c.inside(whole)) return false;
        for (int y = 0; y < c.size.height; ++y)
            for (int x = 0; x < c.size.width; ++x)
                ++covered[static_cast<std::size_t>((c.at.y + y) * whole.width + c.at.x + x)];
    }
    return std::all_of(covered.begin(), covered.end(), [](int n) { return n == 1; });
}

} // namespace

TEST_CASE("cells tile the image, whatever its size", "[kernel]")
{
    for (int w = 1; w <= 33; ++w)
        for (int h : {1, 2, 7, 16, 31}) {
            extent const whole{w, h};
            for (int n = 1; n <= whole.shorter_side(); ++n) {
                REQUIRE(tiles(cell_grid::of_count(whole, n), whole));
                REQUIRE(tiles(cell_grid::of_pixels(whole, n), whole));
            }
        }
}

TEST_CASE("counted cells differ by one pixel at most", "[kernel]")
{
    auto const g = cell_grid::of_count({224, 225}, 5);
    for (int i = 0; i < g.count(); ++i) {
        CHECK((g.cell(i).size.width == 44 || g.cell(i).size.width == 45));
        CHECK(g.cell(i).size.height == 45);
        CHECK(g.kind(i) == 0);
        CHECK(g.window(i, {45, 45}).inside({224, 225}));
    }
}

TEST_CASE("cells of a kind have one size", "[kernel]")
{
    auto const g = cell_grid::of_pixels({10, 7}, 4); // columns 4 4 2, rows 4 3
    CHECK(g.columns() == 3);
    CHECK(g.rows() == 2);
    extent const sizes[]{{4, 4}, {2, 4}, {4, 3}, {2, 3}};
    for (int i = 0; i < g.count(); ++i) CHECK(g.cell(i).size == sizes[g.kind(i)]);
}

TEST_CASE("a grid knows whether anything can move", "[kernel]")
{
    CHECK_FALSE(cell_grid::of_count({9, 9}, 1).movable());
    CHECK(cell_grid::of_count({9, 9}, 2).movable());
    CHECK_FALSE(cell_grid::of_pixels({9, 9}, 9).movable());
    CHECK_FALSE(cell_grid::of_pixels({9, 9}, 8).movable()); // one cell of each kind
    CHECK(cell_grid::of_pixels({9, 16}, 8).movable());
    CHECK(cell_grid::of_pixels({17, 9}, 9).movable() == false); // a whole one and a narrow one
    CHECK(cell_grid::of_pixels({18, 9}, 9).movable());
}
