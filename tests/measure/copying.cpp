// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/copying.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

TEST_CASE("a straight copy is one piece", "[measure]")
{
    CHECK(copying_of(coordinate_map::identity({9, 7})) == copying{1, 1});
    CHECK(copying_of(coordinate_map({1, 1})) == copying{1, 1});
}

TEST_CASE("one pixel all over is as many pieces as pixels", "[measure]")
{
    CHECK(copying_of(coordinate_map({5, 4})) == copying{0, .05});
}

TEST_CASE("pieces are told apart by their seams", "[measure]")
{
    auto map = coordinate_map::identity({10, 4}); // seven columns and three
    for (int y = 0; y < 4; ++y)
        for (int x = 7; x < 10; ++x) map(x, y).y += 5;
    auto const c = copying_of(map);
    CHECK_THAT(c.coherent, WithinAbs(62. / 66, 1e-12));
    CHECK_THAT(c.largest_component, WithinAbs(.7, 1e-12));
}

TEST_CASE("a ring around a hole is one piece", "[measure]")
{
    auto map = coordinate_map::identity({5, 5});
    map(2, 2) = {1, 0, 0};
    CHECK_THAT(copying_of(map).largest_component, WithinAbs(24. / 25, 1e-12));
}

TEST_CASE("random tiles are small pieces", "[measure]")
{
    auto const c = copying_of(pictures::random_tiles({200, 200}, {64, 64}, 8));
    CHECK_THAT(c.coherent, WithinAbs(1 - 2 * 7 * 64 / (2. * 64 * 63), 1e-12));
    CHECK_THAT(c.largest_component, WithinAbs(1. / 64, 1e-12));
}

TEST_CASE("copying rejects an empty map", "[measure]")
{
    CHECK(complains_about("map.size", [] { copying_of({}); }));
}
