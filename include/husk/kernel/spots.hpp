// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/core/product.hpp>
#include <husk/simd/real.hpp>

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
/// where neighbours of the output are neighbours of the source.
template <class Arch>
void locate(ratios const& r, int length, int* whole, float* fraction)
{
    using V = simd::real<Arch>;
    static constexpr auto counted = [] {
        spots::floats all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<float>(i);
        return all;
    }();
    bool const even = r.weight == 1 && r.weight_step == 0; // no perspective: a quotient by 1
    double const at = even ? r.start : r.start / r.weight, end = length;
    double const base = at > -1 ? (at < end ? std::floor(at) : end) : -1; // NaN, too, is outside
    V const start = narrow<Arch>(r.start - product<Arch>(base, r.weight)),
            step = narrow<Arch>(r.step - product<Arch>(base, r.weight_step)), weight = narrow<Arch>(r.weight),
            weight_step = narrow<Arch>(r.weight_step);
    spots::floats floors;
    for (std::size_t i = 0; i < floors.size(); i += V::lanes) {
        V const n = V::load(counted.data() + i), along = start + step * n;
        // What is no number, or too far to count, is outside.
        V const x = clamped(even ? along : along / (weight + weight_step * n), -0x1p22f, 0x1p22f);
        V const f = floor(x);
        f.store(floors.data() + i);
        (x - f).store(fraction + i);
    }
    for (std::size_t i = 0; i < floors.size(); ++i)
        whole[i] = static_cast<int>(base) + static_cast<int>(floors[i]);
}

/// Where the first pixels lie in memory, in elements from the first of all.
struct offsets {
    spots::integers from_first;

    template <class Arch>
    static auto of(spots const& s, int pitch, int channels) -> offsets
    {
        offsets o;
        for (std::size_t i = 0; i < o.from_first.size(); ++i)
            o.from_first[i] = s.top[i] * pitch + s.left[i] * channels;
        return o;
    }
};

/// Whether a filter of n x n pixels sees nothing but pixels of the image from all places of the stretch, and
/// they can be counted.
template <class Arch>
auto inside(spots const& s, extent image, std::ptrdiff_t pitch, int n) -> bool
{
    auto const holds = [&](spots::integers const& first, int length) {
        auto const most = static_cast<unsigned>(length - n);
        unsigned outside = length < n;
        for (int const f : first) outside |= static_cast<unsigned>(f) > most; // negative ones are large
        return outside == 0;
    };
    return pitch <= std::numeric_limits<int>::max() / image.height && holds(s.left, image.width) &&
           holds(s.top, image.height);
}

} // namespace husk::detail
