// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/core/product.hpp>
#include <husk/simd/whole.hpp>

#include <array>
#include <cmath>
#include <limits>

namespace husk::detail {

/// Where the pixels of a stretch of a row come from: the first pixel that the filter sees, and how far beyond
/// it the place lies. Always as many, so that the places do not depend on how wide a register is.
struct spots {
    static constexpr int count = 32;
    using floats = std::array<float, std::size_t{count}>;
    using integers = std::array<int, std::size_t{count}>;

    integers left, top;
    floats right_of, below;
};

/// Along one axis, as seen from `base`: (start + i step) / (weight + i weight_step) for the i-th pixel.
struct ratios {
    double start, step, weight, weight_step;
};

template <class Arch>
auto narrow(double v) -> float
{
    return static_cast<float>(v > 1e30 ? 1e30 : v < -1e30 ? -1e30 : v);
}

/// Places are doubles up to the first pixel of a stretch; from there floats count from the pixel it falls
/// into, so that they are as precise at the far end of an image as at its begin: 2^-18 of a pixel or better
/// where neighbours of the output are neighbours of the source. `fraction` may be null. `Even`: the weight is
/// 1 and stays so.
template <class Arch, bool Even>
[[gnu::always_inline]] inline void locate(ratios const& r, int length, int* whole, float* fraction)
{
    using V = simd::real<Arch>;
    static constexpr auto counted = [] {
        spots::floats all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<float>(i);
        return all;
    }();
    double const at = Even ? r.start : r.start / r.weight, end = length;
    double const base = at > -1 ? (at < end ? std::floor(at) : end) : -1; // NaN, too, is outside
    V const start = narrow<Arch>(r.start - (Even ? base : product<Arch>(base, r.weight))),
            step = narrow<Arch>(Even ? r.step : r.step - product<Arch>(base, r.weight_step)),
            weight = narrow<Arch>(r.weight), weight_step = narrow<Arch>(r.weight_step);
    for (std::size_t i = 0; i < counted.size(); i += V::lanes) {
        V const n = V::load(counted.data() + i), along = start + step * n;
        // What is no number, or too far to count, is outside.
        V const x = clamped(Even ? along : along / (weight + weight_step * n), -0x1p22f, 0x1p22f);
        V const f = floor(x);
        store_whole(f, static_cast<std::int32_t>(base), whole + i);
        if (fraction) (x - f).store(fraction + i);
    }
}

/// Where the first pixels lie in memory, in elements from the first of all.
struct offsets {
    spots::integers from_first;

    template <class Arch>
    static auto of(spots const& s, std::ptrdiff_t pitch, int channels) -> offsets
    {
        // What is far outside may overflow, and is not asked for.
        auto const row = static_cast<unsigned>(pitch), pixel = static_cast<unsigned>(channels);
        offsets o;
        for (std::size_t i = 0; i < o.from_first.size(); ++i)
            o.from_first[i] = static_cast<int>(static_cast<unsigned>(s.top[i]) * row +
                                               static_cast<unsigned>(s.left[i]) * pixel);
        return o;
    }
};

/// Whether the pixels of an image can be counted in elements.
template <class Arch>
auto countable(extent image, std::ptrdiff_t pitch) -> bool
{
    return pitch <= std::numeric_limits<int>::max() / image.height;
}

/// Calls f(i) for `Count` places from number `begin` on; where they are `even`, for the first and the last,
/// which lie furthest apart, as rounding keeps the order of numbers.
template <class Arch, int Count, class F>
[[gnu::always_inline]] inline void for_ends(bool even, std::size_t begin, F const& f)
{
    if (even) f(begin), f(begin + Count - 1);
    else
        for (std::size_t i = begin; i < begin + Count; ++i) f(i);
}

/// Whether a filter of so many pixels sees nothing but pixels of the image from `Count` places.
template <class Arch, int Count>
auto inside(spots const& s, bool even, std::size_t begin, extent image, extent filter) -> bool
{
    int const right = image.width - filter.width, bottom = image.height - filter.height;
    int any = 0; // is negative as soon as something is
    for_ends<Arch, Count>(
        even, begin, [&](std::size_t i) __attribute__((always_inline)) {
            any |= s.left[i] | (right - s.left[i]) | s.top[i] | (bottom - s.top[i]);
        });
    return any >= 0;
}

/// Whether it sees nothing of the image, as all of them lie beyond the same side.
template <class Arch, int Count>
auto beyond(spots const& s, bool even, std::size_t begin, extent image, extent filter) -> bool
{
    int before = -1, after = -1, above = -1, below = -1; // negative as long as everything is
    for_ends<Arch, Count>(
        even, begin, [&](std::size_t i) __attribute__((always_inline)) {
            before &= s.left[i] + filter.width - 1;
            after &= image.width - 1 - s.left[i];
            above &= s.top[i] + filter.height - 1;
            below &= image.height - 1 - s.top[i];
        });
    return (before | after | above | below) < 0;
}

} // namespace husk::detail
