// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>

namespace husk {

/// How wide and how high, in pixels.
struct extent {
    int width = 0, height = 0;

    /// The pixels inside; 64 bits, so it does not overflow.
    constexpr auto area() const -> std::int64_t { return std::int64_t{width} * height; }
    constexpr auto shorter_side() const -> int { return std::min(width, height); }
    constexpr auto empty() const -> bool { return width <= 0 || height <= 0; }
    /// Whether `box` finds room inside.
    constexpr auto holds(extent box) const -> bool { return box.width <= width && box.height <= height; }

    friend constexpr auto operator==(extent const&, extent const&) -> bool = default;
};

inline auto to_string(extent e) -> std::string
{
    return std::to_string(e.width) + "x" + std::to_string(e.height);
}

} // namespace husk
