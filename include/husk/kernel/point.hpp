// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/simd/real.hpp>

#include <concepts>

namespace husk {

/// A colour, or as many side by side as a register holds.
template <class V>
struct rgb {
    V r, g, b;
};

/// A kernel that changes every colour by itself: k(rgb) for images with three colours, of which alpha is no
/// part, and, where it means something, k(grey) for images with one. K::brief says that it is short;
/// K::channels_apart that each channel is changed by itself; k.prepared() is a kernel that does the same,
/// with what all colours share worked out.
template <class K>
concept point_kernel = std::equality_comparable<K> && requires(K const& k, rgb<simd::real<simd::scalar>> p)
{
    {
        k(p)
        } -> std::same_as<rgb<simd::real<simd::scalar>>>;
};

/// A kernel that changes the colours of a row, which may depend on where they stand.
template <class K>
concept row_kernel = std::equality_comparable<K> && requires(K const& k, row const& r, int y)
{
    k.template recolour<simd::scalar>(r, y);
};

namespace detail {

template <class Arch, point_kernel K>
void recolour_grey(K k, row const& r)
{
    using V = simd::real<Arch>;
    if constexpr (requires(V v) { k(v); })
        for (int x = 0; x < r.width; x += V::lanes) k(V::load(r[0] + x)).store(r[0] + x);
}

// The kernel comes by value: the compiler then knows that storing a colour does not change it. Two registers
// at a time: one waits for its results while the other computes.
template <class Arch, point_kernel K>
[[gnu::noinline, gnu::flatten]] void recolour_rgb(K k, row const& r)
{
    if constexpr (requires { k.template prepared<Arch>(); }) {
        recolour_rgb<Arch>(k.template prepared<Arch>(), r);
    } else {
        using V = simd::real<Arch>;
        auto *const red = r[0], *const green = r[1], *const blue = r[2];
        int const width = r.width;
        constexpr int n = V::lanes;
        for (int x = 0; x < width; x += 2 * n) {
            rgb<V> const p = k(rgb<V>{V::load(red + x), V::load(green + x), V::load(blue + x)});
            rgb<V> const q = k(rgb<V>{V::load(red + x + n), V::load(green + x + n), V::load(blue + x + n)});
            p.r.store(red + x), q.r.store(red + x + n);
            p.g.store(green + x), q.g.store(green + x + n);
            p.b.store(blue + x), q.b.store(blue + x + n);
        }
    }
}

} // namespace detail

/// The colours of row `y`, changed where they lie.
template <class Arch, point_kernel K>
void recolour(K const& k, row const& r, int)
{
    if (r.channels == 1) detail::recolour_grey<Arch>(k, r);
    else detail::recolour_rgb<Arch>(k, r);
}
template <class Arch, row_kernel K>
void recolour(K const& k, row const& r, int y)
{
    k.template recolour<Arch>(r, y);
}

} // namespace husk
