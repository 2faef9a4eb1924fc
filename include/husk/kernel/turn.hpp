// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>

#include <cstdint>

namespace husk {

/// The eight ways to lay a square down: quarter turns (clockwise), and each of them mirrored left to right
/// first.
enum class turn : std::uint8_t {
    none,
    quarter,
    half,
    three_quarters,
    mirror,
    mirror_quarter,
    mirror_half,
    mirror_three_quarters
};

/// One pixel to the right and one pixel down in the output, as steps in the source.
struct axes {
    point right, down;

    friend constexpr auto operator==(axes const&, axes const&) -> bool = default;
};

/// The steps that `t` takes through its source.
constexpr auto axes_of(turn t) -> axes
{
    constexpr point right{1, 0}, left{-1, 0}, down{0, 1}, up{0, -1};
    switch (t) {
    case turn::none:
        return {right, down};
    case turn::quarter:
        return {up, right};
    case turn::half:
        return {left, up};
    case turn::three_quarters:
        return {down, left};
    case turn::mirror:
        return {left, down};
    case turn::mirror_quarter:
        return {up, left};
    case turn::mirror_half:
        return {right, up};
    case turn::mirror_three_quarters:
        return {down, right};
    }
    return {right, down};
}

/// Where the output's top left pixel comes from when the window `source` is laid down turned by `t`.
constexpr auto start_of(rect const& source, turn t) -> point
{
    auto const a = axes_of(t);
    auto const backwards = [&](int along_right, int along_down) { return along_right < 0 || along_down < 0; };
    return {source.at.x + (backwards(a.right.x, a.down.x) ? source.size.width - 1 : 0),
            source.at.y + (backwards(a.right.y, a.down.y) ? source.size.height - 1 : 0)};
}

} // namespace husk
