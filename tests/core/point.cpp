// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/point.hpp>

static_assert(husk::point{1, 2} + husk::point{3, 4} == husk::point{4, 6});
static_assert(husk::point{1, 2} - husk::point{3, 5} == husk::point{-2, -3});

TEST_CASE("points print", "[core]") { CHECK(to_string(husk::point{-1, 2}) == "(-1, 2)"); }
