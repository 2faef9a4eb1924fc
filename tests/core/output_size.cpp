// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/output_size.hpp>

using husk::extent, husk::output_size;

TEST_CASE("an output size is a side, two sides, or an extent", "[core]")
{
    constexpr output_size square = 224, wide = {320, 240}, same = extent{3, 4};
    static_assert(extent(square) == extent{224, 224} && extent(wide) == extent{320, 240});
    static_assert(same == output_size{3, 4} && same != square && extent(output_size{}).empty());
    CHECK(to_string(wide) == "320x240");
}
