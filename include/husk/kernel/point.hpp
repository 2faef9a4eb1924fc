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
/// part, and, where it means something, k(grey) for images with one.
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

// The kernel comes by value: the compiler then knows that storing a colour does not change it.
template <class Arch, point_kernel K>
void recolour_rgb(K k, row const& r)
{
    using V = simd::real<Arch>;
    auto *const red = r[0], *const green = r[1], *const blue = r[2];
    for (int x = 0; x < r.width; x += V::lanes) {
        rgb<V> const p = k(rgb<V>{V::load(red + x), V::load(green + x), V::load(blue + x)});
        p.r.store(red + x);
        p.g.store(green + x);
        p.b.store(blue + x);
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
