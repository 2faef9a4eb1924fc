// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/position.hpp>

TEST_CASE("a position is two floats", "[core]")
{
    constexpr husk::position p{.5f, 2};
    static_assert(p.x == .5f && p.y == 2 && p == husk::position{.5f, 2} && p != husk::position{});
    CHECK(sizeof p == 2 * sizeof(float));
}
