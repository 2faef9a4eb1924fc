// SPDX-License-Identifier: MIT
#pragma once
#include "transform/colours.hpp"

namespace colours {

/// Hue in turns, saturation, value: A. R. Smith, "Color Gamut Transform Pairs", 1978, as written there.
inline auto to_hsv(colour const& p) -> colour
{
    auto const [r, g, b] = p;
    double const value = std::max({r, g, b}), range = value - std::min({r, g, b});
    if (range == 0) return {0, 0, value};
    double const red = (value - r) / range, green = (value - g) / range, blue = (value - b) / range;
    double const sixths = r == value ? blue - green : g == value ? 2 + red - blue : 4 + green - red;
    double const turns = sixths / 6;
    return {turns - std::floor(turns), range / value, value};
}

inline auto from_hsv(colour const& p) -> colour
{
    auto const [h, s, v] = p;
    double const sixths = h * 6, sector = std::floor(sixths), f = sixths - sector;
    double const least = v * (1 - s), falling = v * (1 - s * f), rising = v * (1 - s * (1 - f));
    switch (static_cast<int>(sector) % 6) {
    case 0:
        return {v, rising, least};
    case 1:
        return {falling, v, least};
    case 2:
        return {least, v, rising};
    case 3:
        return {least, falling, v};
    case 4:
        return {rising, least, v};
    default:
        return {v, least, falling};
    }
}

} // namespace colours
