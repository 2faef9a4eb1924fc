// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace husk {

/// What a new pixel takes from the old ones: the one it falls into; or a share of each that a triangle, a
/// cubic (Keys 1981), a box, or a windowed sine (Lanczos, 3 lobes) over it gives. Without antialiasing,
/// bicubic is OpenCV's and torchvision's, whose slope is steeper and which goes on with the edge outside;
/// catmull_rom is TensorFlow's and JAX's, the same cubic as with antialiasing, which leaves out what lies
/// outside.
enum class filter : std::uint8_t { nearest, bilinear, bicubic, area, lanczos, catmull_rom };

inline auto to_string(filter f) -> std::string
{
    constexpr char const* names[] = {"nearest", "bilinear", "bicubic", "area", "lanczos", "catmull_rom"};
    return names[static_cast<int>(f)];
}

namespace detail {

/// How far a filter sees to each side, in pixels.
template <class Arch>
auto reach(filter f) -> double
{
    switch (f) {
    case filter::bilinear:
        return 1;
    case filter::bicubic:
    case filter::catmull_rom:
        return 2;
    case filter::lanczos:
        return 3;
    default:
        return .5;
    }
}

/// The cubic whose slope at 1 is `a`, 0 <= x < 2.
template <class Arch>
auto cubic(double x, double a) -> double
{
    auto const times = [](double v, double w) { return product<Arch>(v, w); };
    // Both, as a loop over several has no branches.
    double const near = times(times(times(a + 2, x) - (a + 3), x), x) + 1,
                 far = times(times(times(x - 5, x) + 8, x) - 4, a);
    return x < 1 ? near : far;
}

/// sinc(x) sinc(x / 3), 0 <= x < 3.
template <class Arch>
auto windowed_sine(double x) -> double
{
    if (x < 1e-8) return 1;
    double const t = product<Arch>(x, 0x1.0c152382d7366p+0); // pi / 3
    double const s = sin<Arch>(t), square = product<Arch>(s, s);
    // sin(3 t) = (3 - 4 square) s; 4 times is exact, so that nothing changes where it is fused.
    return product<Arch>(square, 3 - 4 * square) / product<Arch>(3 * t, t);
}

/// The share of a pixel x pixels right of the filter's centre. The cubic is Pillow's where it smooths
/// (a = -1/2), and OpenCV's where it runs through the pixels alone (a = -3/4).
template <class Arch>
auto share(filter f, double x, bool antialias) -> double
{
    double const away = std::fabs(x);
    switch (f) {
    case filter::bilinear:
        return std::max(1 - away, 0.);
    case filter::bicubic:
        return away < 2 ? cubic<Arch>(away, antialias ? -.5 : -.75) : 0;
    case filter::catmull_rom:
        return away < 2 ? cubic<Arch>(away, -.5) : 0;
    case filter::lanczos:
        return away < 3 ? windowed_sine<Arch>(away) : 0;
    default:
        return x > -.5 && x <= .5 ? 1 : 0;
    }
}

} // namespace detail
} // namespace husk
