// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/block_grid.hpp>

#include <vector>

using husk::extent, husk::point, husk::rect;
using husk::detail::block_grid, husk::detail::quilt_rules, husk::detail::spot;

namespace {

auto rules(int block, int overlap) -> quilt_rules
{
    return {block, overlap, 0, 0, 0, 0, husk::quilt_choice::seam};
}

} // namespace

TEST_CASE("a grid covers its output, and its cores are apart and cover it too", "[kernel]")
{
    for (int const block : {1, 2, 7, 12, 40})
        for (int const overlap : {0, 1, 4, 6, 16}) {
            if (overlap >= block) continue;
            for (extent const out : {extent{1, 1}, {12, 40}, {41, 13}, {64, 65}}) {
                block_grid const grid(rules(block, overlap), out);
                std::vector<int> covered(static_cast<std::size_t>(out.area()));
                for (int y = 0; y < grid.size().height; ++y)
                    for (int x = 0; x < grid.size().width; ++x) {
                        auto const place = grid.place_of({x, y});
                        REQUIRE(place.inside({out}));
                        REQUIRE(grid.number({x, y}) == static_cast<std::size_t>(y * grid.size().width + x));
                        auto const core = grid.core(place);
                        REQUIRE(core.inside(place.size));
                        for (int j = 0; j < place.size.height; ++j)
                            for (int i = 0; i < place.size.width; ++i)
                                ++covered[static_cast<std::size_t>((place.at.y + j) * out.width + place.at.x +
                                                                   i)];
                    }
                REQUIRE(std::count(covered.begin(), covered.end(), 0) == 0);
            }
        }
}

TEST_CASE("neighbours go on where the blocks around do", "[kernel]")
{
    block_grid const grid(rules(10, 4), {40, 40});
    std::vector<spot> laid(static_cast<std::size_t>(grid.size().area()));
    for (int y = 0; y < grid.size().height; ++y)
        for (int x = 0; x < grid.size().width; ++x) laid[grid.number({x, y})] = {x % 2, {20 + 3 * x, 10 + y}};
    auto const corner = grid.neighbours({0, 0}, laid), middle = grid.neighbours({2, 1}, laid);
    CHECK(corner.count == 0);
    CHECK(middle.count == 4);
    CHECK(middle.holds({1, {23 + 6, 11}}));       // the left one's
    CHECK(middle.holds({1, {23 + 6, 10 + 6}}));   // above it
    CHECK(middle.holds({0, {26, 10 + 6}}));       // above
    CHECK(middle.holds({1, {29 - 6, 10 + 6}}));   // above right
    CHECK_FALSE(middle.holds({0, {23 + 6, 11}})); // of another exemplar
    CHECK_FALSE(middle.holds({1, {30, 11}}));
}
