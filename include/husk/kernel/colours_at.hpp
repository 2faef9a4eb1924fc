// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/kernel/point.hpp>

namespace husk::detail {

/// Where a loop over colours finds them: in three bytes a pixel, or in a row.
template <class Arch>
struct byte_colours {
    std::uint8_t const* pixels;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        auto const p = simd::load_pixels<Arch, 3>(pixels + 3 * x);
        return {colour<Arch, std::uint8_t>(p[0]), colour<Arch, std::uint8_t>(p[1]),
                colour<Arch, std::uint8_t>(p[2])};
    }
};
template <class Arch>
struct row_colours {
    row from;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        using V = simd::real<Arch>;
        return {V::load(from[0] + x), V::load(from[1] + x), V::load(from[2] + x)};
    }
};

} // namespace husk::detail
