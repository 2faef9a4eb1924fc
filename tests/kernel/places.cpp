// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/places.hpp>

#include <vector>

using husk::extent, husk::detail::places, husk::detail::spot;

TEST_CASE("places are numbered exemplar by exemplar and row by row", "[kernel]")
{
    std::vector<extent> const sizes{{5, 4}, {2, 9}, {3, 3}, {4, 3}}; // the second has room for none
    places const all(sizes, {3, 3});
    CHECK(all.count() == 6 + 0 + 1 + 2);
    CHECK(all.range(0) == extent{3, 2});
    CHECK(all.range(1) == extent{});
    CHECK(all.at(0) == spot{0, {0, 0}});
    CHECK(all.at(5) == spot{0, {2, 1}});
    CHECK(all.at(6) == spot{2, {0, 0}});
    CHECK(all.at(8) == spot{3, {1, 0}});
    std::size_t next = 0;
    all.for_each([&](std::size_t number, spot const& s) {
        CHECK(number == next++);
        CHECK(s == all.at(number));
    });
    CHECK(next == all.count());
}
