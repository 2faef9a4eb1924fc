// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>

namespace husk::detail {

/// The cosine and the sine of an angle in degrees, |degrees| <= 1e6; exact for right angles.
constexpr auto circle_of_degrees(double degrees) -> on_circle
{
    auto const quarters = whole(degrees / 90);
    double const rest = degrees - product(static_cast<double>(quarters), 90.);
    auto const at = circle(product(rest, 0x1.1df46a2529d39p-6)); // pi / 180
    switch (quarters & 3) {
    case 0:
        return at;
    case 1:
        return {-at.sin, at.cos};
    case 2:
        return {-at.cos, -at.sin};
    default:
        return {at.sin, -at.cos};
    }
}

} // namespace husk::detail
