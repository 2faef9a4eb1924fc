// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/matrix3.hpp>

#include <cmath>

using husk::matrix3;
namespace detail = husk::detail;

namespace {

constexpr matrix3 shift{1, 0, 5, 0, 1, -2, 0, 0, 1}, turn{0, -1, 0, 1, 0, 0, 0, 0, 1},
    tilt{2, .5, 3, -1, 4, 1, .25, .125, 1};

constexpr auto times(matrix3 m, double s) -> matrix3
{
    for (double& v : m) v *= s;
    return m;
}

} // namespace

TEST_CASE("after is one map, then the other", "[core]")
{
    static_assert(detail::after(turn, husk::unmapped) == turn && detail::after(husk::unmapped, tilt) == tilt);
    // (1, 1) is turned to (-1, 1), and moved to (4, -1).
    constexpr auto both = detail::after(shift, turn);
    CHECK(detail::row_at(both, 0, 1, 1) == 4);
    CHECK(detail::row_at(both, 1, 1, 1) == -1);
    CHECK(detail::row_at(both, 2, 1, 1) == 1);
}

TEST_CASE("the adjugate is the way back, times the determinant", "[core]")
{
    for (auto const& m : {shift, turn, tilt}) {
        CHECK(detail::after(m, detail::adjugate(m)) == times(husk::unmapped, detail::determinant(m)));
        CHECK(detail::after(detail::adjugate(m), m) == times(husk::unmapped, detail::determinant(m)));
    }
    CHECK(detail::determinant(tilt) == 2 * (4 - .125) - .5 * (-1 - .25) + 3 * (-.125 - 1));
    CHECK(detail::determinant({1, 2, 3, 2, 4, 6, 0, 0, 1}) == 0);
}

TEST_CASE("around keeps the centre where it is said", "[core]")
{
    constexpr auto m = detail::around(2, 1, 0, 3, {10, 20}, {1, 2});
    CHECK(detail::row_at(m, 0, 10, 20) == 1);
    CHECK(detail::row_at(m, 1, 10, 20) == 2);
    CHECK(detail::row_at(m, 0, 11, 20) == 3);
    CHECK(detail::row_at(m, 0, 10, 21) == 2);
    CHECK(detail::row_at(m, 1, 10, 21) == 5);
}
