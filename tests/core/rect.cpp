// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/rect.hpp>

namespace {

constexpr auto properties() -> bool
{
    using husk::rect;
    constexpr husk::extent whole{10, 8};
    constexpr int far = 2'147'483'647;
    return rect{{0, 0}, whole}.inside(whole) && rect{{9, 7}, {1, 1}}.inside(whole) &&
           !rect{{9, 7}, {2, 1}}.inside(whole) && !rect{{-1, 0}, {1, 1}}.inside(whole) &&
           !rect{{far, 0}, {far, 1}}.inside(whole) && // the sum of the two does not fit an int
           !rect{{0, 0}, {-1, 1}}.inside(whole);
}
static_assert(properties());
static_assert(husk::centred({500, 375}, {96, 96}) == husk::rect{{202, 139}, {96, 96}});

} // namespace

TEST_CASE("a rect is inside or not", "[core]")
{
    CHECK(properties());
    CHECK(to_string(husk::rect{{1, 2}, {3, 4}}) == "3x4 at (1, 2)");
}
