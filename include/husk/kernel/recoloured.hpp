// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/colours_at.hpp>

namespace husk {

namespace detail {

/// From pixels of three bytes to a row, without writing them there first. There are as many pixels as lanes,
/// or more.
template <class Arch, point_kernel K>
[[gnu::flatten]] void recolour_bytes(K k, std::uint8_t const* pixels, row const& to)
{
    byte_colours<Arch> const from{pixels};
    auto *const red = to[0], *const green = to[1], *const blue = to[2];
    for_every<Arch>(simd::real<Arch>::lanes, to.width, [=](std::ptrdiff_t x) {
        auto const p = k(from[x]);
        p.r.store(red + x);
        p.g.store(green + x);
        p.b.store(blue + x);
    });
}

} // namespace detail

/// The stage of a kernel that changes colours where they lie; or, if it is K::brief, on their way from bytes.
/// (A longer one would have fewer of them under way at a time.)
template <class K>
struct recoloured {
    row_source before;
    K kernel;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        if constexpr (requires { K::brief; })
            if (before.are_bytes<Arch>() && to.width >= simd::real<Arch>::lanes)
                return detail::recolour_bytes<Arch>(kernel, before.bytes.row(y), to);
        before(y, to);
        husk::recolour<Arch>(kernel, to, y);
    }
};

template <class Arch, class K>
auto recolouring(row_source const& before, K const& k) -> recoloured<K>
{
    return {before, k};
}

} // namespace husk
