// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/block_grid.hpp>

#include <vector>

using husk::extent, husk::point, husk::rect, husk::detail::block_grid, husk::detail::spot;

namespace {

auto grid(int block, int overlap, extent out) -> block_grid
{
    return {{block, overlap, 0, 0, 0, 0, husk::quilt_choice::seam}, out};
}

} // namespace

TEST_CASE("blocks advance until everything is covered, and the last are cropped", "[kernel]")
{
    CHECK(grid(10, 3, {10, 11}).size() == extent{1, 2});
    CHECK(grid(10, 3, {17, 18}).size() == extent{2, 3});
    auto const g = grid(10, 3, {20, 18});
    CHECK(g.size() == extent{3, 3});
    CHECK(g.number({1, 2}) == 7);
    CHECK(g.place_of({1, 0}) == rect{{7, 0}, {10, 10}});
    CHECK(g.place_of({2, 2}) == rect{{14, 14}, {6, 4}});
}

TEST_CASE("of a block stays in sight what no neighbour covers by half an overlap", "[kernel]")
{
    auto const g = grid(10, 4, {22, 16});
    CHECK(g.core(g.place_of({0, 0})) == rect{{0, 0}, {8, 8}});
    CHECK(g.core(g.place_of({1, 1})) == rect{{2, 2}, {6, 8}});
    CHECK(g.core(g.place_of({2, 0})) == rect{{2, 0}, {8, 8}});
}

TEST_CASE("where the blocks around go on", "[kernel]")
{
    auto const g = grid(10, 4, {22, 16}); // 3 x 2 blocks
    std::vector<spot> const laid{{0, {1, 2}}, {1, {3, 4}}, {0, {5, 6}}, {1, {7, 8}}, {}, {}};
    auto const middle = g.neighbours({1, 1}, laid);
    CHECK(middle.count == 4);
    CHECK(middle.holds({1, {13, 8}}));  // left: six pixels further right
    CHECK(middle.holds({0, {7, 8}}));   // above left
    CHECK(middle.holds({1, {3, 10}}));  // above
    CHECK(middle.holds({0, {-1, 12}})); // above right
    CHECK_FALSE(middle.holds({0, {3, 10}}));
    CHECK(g.neighbours({0, 0}, laid).count == 0);
    CHECK(g.neighbours({0, 1}, laid).count == 2);
    CHECK(g.neighbours({2, 1}, laid).count == 3);
}
