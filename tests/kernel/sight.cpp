// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/sight.hpp>

using husk::border, husk::filter, husk::sight;

TEST_CASE("sights join where the same is seen through both at once", "[kernel]")
{
    sight const plain, bilinear{husk::unmapped, false, filter::bilinear};
    CHECK(plain.joins(bilinear));
    CHECK(bilinear.joins(bilinear));
    CHECK_FALSE(bilinear.joins(plain));
    auto edge = bilinear;
    edge.outside = border::edge;
    CHECK_FALSE(bilinear.joins(edge));
    CHECK(plain.joins(edge));
    auto filled = bilinear;
    filled.fill = {0, 1, 0};
    CHECK_FALSE(bilinear.joins(filled));
    auto moved = bilinear;
    moved.to_image[2] = 5;
    CHECK(bilinear.joins(moved));
}
