// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/colours_at.hpp>
#include <husk/kernel/long_rows.hpp>

namespace husk::detail {

/// Planes of floats, recoloured into pixels of three bytes; of each row there are as many as lanes, or more.
template <class Arch, class K>
[[gnu::noinline, gnu::flatten]] void recolour_planes(K k, planar<float const> from, packed<std::uint8_t> to)
{
    constexpr std::ptrdiff_t n = simd::real<Arch>::lanes;
    auto const rows = long_rows<Arch>::of(from, to);
    for (int y = 0; y < rows.height; ++y) {
        plane_colours<Arch> const colours{from.row(y, 0), from.plane};
        auto* const pixels = to.row(y);
        auto const put = [=](std::ptrdiff_t x) __attribute__((always_inline))
        {
            auto const p = k(colours[x]);
            constexpr float most = full<std::uint8_t>;
            simd::store_pixels<Arch, 3>({p.r * most, p.g * most, p.b * most}, pixels + 3 * x);
        };
        std::ptrdiff_t x = 0;
        for (; x + n <= rows.width; x += n) put(x);
        if (x < rows.width) put(rows.width - n);
    }
}

} // namespace husk::detail
