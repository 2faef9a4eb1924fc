// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/degrees.hpp>

#include <cmath>

using husk::detail::circle_of_degrees;

TEST_CASE("angles in degrees are within 1e-15 of the circle", "[core]")
{
    double worst = 0;
    for (int i = -72000; i <= 72000; ++i) {
        double const d = i / 100.;
        long double const r = static_cast<long double>(d) * 3.14159265358979323846264338327950288L / 180;
        auto const at = circle_of_degrees(d);
        worst = std::max({worst, std::abs(at.cos - static_cast<double>(std::cos(r))),
                          std::abs(at.sin - static_cast<double>(std::sin(r)))});
    }
    CHECK(worst < 1e-15);
}

TEST_CASE("right angles are exact", "[core]")
{
    for (int turns = -8; turns <= 8; ++turns) {
        double const d = 360. * turns;
        auto const is = [](double degrees, double cos, double sin) {
            auto const at = circle_of_degrees(degrees);
            return at.cos == cos && at.sin == sin;
        };
        CHECK(is(d, 1, 0));
        CHECK(is(d + 90, 0, 1));
        CHECK(is(d + 180, -1, 0));
        CHECK(is(d + 270, 0, -1));
    }
    static_assert(circle_of_degrees(90).sin == 1);
}
