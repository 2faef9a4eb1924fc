// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace husk {

/// A place, in pixels from the top left corner: x to the right, y down.
struct point {
    int x = 0, y = 0;

    friend constexpr auto operator+(point a, point b) -> point { return {a.x + b.x, a.y + b.y}; }
    friend constexpr auto operator-(point a, point b) -> point { return {a.x - b.x, a.y - b.y}; }
    friend constexpr auto operator==(point const&, point const&) -> bool = default;
};

inline auto to_string(point p) -> std::string
{
    std::string all = "("; // added to: GCC 12 at -O3 sees overflows in operator+ that are not there
    all += std::to_string(p.x);
    all += ", ";
    all += std::to_string(p.y);
    return all += ")";
}

} // namespace husk
