// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/colours_at.hpp>
#include <husk/simd/reversed.hpp>

#include <algorithm>

namespace husk::detail {

/// A row, left to right, where it lies.
template <class Arch>
void mirror_row(row const& r)
{
    using V = simd::real<Arch>;
    constexpr int n = V::lanes;
    for (int c = 0; c < r.channels; ++c) {
        float *left = r[c], *right = left + r.width;
        for (; right - left >= 2 * n; left += n, right -= n) {
            V const first = V::load(left), last = V::load(right - n);
            simd::reversed(last).store(left);
            simd::reversed(first).store(right - n);
        }
        std::reverse(left, right);
    }
}

/// Whether recolour_mirrored can do that to a row.
template <class Arch>
auto mirrors_whole_registers(row const& r) -> bool
{
    return r.channels == 3 && r.width % simd::real<Arch>::lanes == 0;
}

/// The colours of a row, changed where they lie, and left to right, a register from each end at a time. In
/// the middle they may be the same.
template <class Arch, point_kernel K>
[[gnu::noinline, gnu::flatten]] void recolour_mirrored(K k, row const& r)
{
    using V = simd::real<Arch>;
    plane_colours<Arch> const colours{r.data, r.plane};
    auto *const red = r[0], *const green = r[1], *const blue = r[2];
    auto const put = [=](std::ptrdiff_t x, rgb<V> const& p) __attribute__((always_inline))
    {
        simd::reversed(p.r).store(red + x);
        simd::reversed(p.g).store(green + x);
        simd::reversed(p.b).store(blue + x);
    };
    for (std::ptrdiff_t left = 0, right = r.width - V::lanes; left <= right;
         left += V::lanes, right -= V::lanes) {
        auto const first = k(colours[left]), last = k(colours[right]);
        put(right, first);
        put(left, last);
    }
}

} // namespace husk::detail
