// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/kernel/turn.hpp>
#include <husk/measure/coherence.hpp>

using namespace husk;

namespace {

auto turned_map(extent size, turn t) -> coordinate_map
{
    coordinate_map map(size);
    auto const a = axes_of(t);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            map(x, y) = {0, 50 + x * a.right.x + y * a.down.x, 50 + x * a.right.y + y * a.down.y};
    return map;
}

struct tally {
    int pairs = 0, coherent = 0;
};

auto count(coordinate_map const& map) -> tally
{
    tally t;
    for_each_pair(map, [&](point, point, bool coherent) { ++t.pairs, t.coherent += coherent; });
    return t;
}

} // namespace

TEST_CASE("every pair of neighbours is visited once", "[measure]")
{
    CHECK(count(coordinate_map({1, 1})).pairs == 0);
    CHECK(count(coordinate_map({4, 1})).pairs == 3);
    CHECK(count(coordinate_map({4, 3})).pairs == 3 * 3 + 4 * 2);
    CHECK(count(coordinate_map()).pairs == 0);
}

TEST_CASE("a piece is coherent however it was turned", "[measure]")
{
    auto const t = static_cast<turn>(GENERATE(range(0, 8)));
    auto const c = count(turned_map({5, 4}, t));
    CHECK(c.pairs == 31);
    CHECK(c.coherent == 31);
}

TEST_CASE("neighbours that do not step alike are not coherent", "[measure]")
{
    auto map = coordinate_map::identity({6, 1});
    SECTION("a jump")
    {
        for (int x = 3; x < 6; ++x) map(x, 0).x += 1;
    }
    SECTION("a jump to the place itself")
    {
        for (int x = 3; x < 6; ++x) map(x, 0).x -= 1;
    }
    SECTION("a step of length one in another direction than those around it")
    {
        for (int x = 3; x < 6; ++x) map(x, 0) = {0, x - 1, 1};
    }
    SECTION("a step backwards")
    {
        for (int x = 3; x < 6; ++x) map(x, 0).x -= 2;
    }
    SECTION("another exemplar")
    {
        for (int x = 3; x < 6; ++x) map(x, 0).exemplar = 1;
    }
    SECTION("the ends of the world")
    {
        for (int x = 0; x < 6; ++x) map(x, 0).x += x < 3 ? std::numeric_limits<int>::min() : 2147483642;
    }
    CHECK_FALSE(coherent(map, {2, 0}, {1, 0}));
    CHECK(coherent(map, {1, 0}, {1, 0}));
    CHECK(coherent(map, {3, 0}, {1, 0}));
}

TEST_CASE("nothing is coherent beyond the border", "[measure]")
{
    auto const map = coordinate_map::identity({3, 2});
    CHECK_FALSE(coherent(map, {2, 0}, {1, 0}));
    CHECK_FALSE(coherent(map, {0, 1}, {0, 1}));
    CHECK(coherent(map, {0, 0}, {0, 1}));
}
