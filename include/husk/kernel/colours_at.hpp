// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/kernel/point.hpp>

namespace husk::detail {

/// The colours of pixels that were read as fractions.
template <class Arch>
[[gnu::always_inline]] inline auto colours_of(simd::pixels<Arch, 3> const& p) -> rgb<simd::real<Arch>>
{
    return {colour<Arch, std::uint8_t>(p[0]), colour<Arch, std::uint8_t>(p[1]),
            colour<Arch, std::uint8_t>(p[2])};
}

/// Where a loop over colours finds them: in three bytes a pixel, or in planes.
template <class Arch>
struct byte_colours {
    std::uint8_t const* pixels;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        return colours_of<Arch>(simd::load_pixels<Arch, 3>(pixels + 3 * x));
    }
    auto amid(std::ptrdiff_t x) const -> rgb<simd::real<Arch>> { return (*this)[x]; }
};
template <class Arch>
struct plane_colours {
    float const* first;
    std::ptrdiff_t plane;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        using V = simd::real<Arch>;
        auto const* const at = first + x;
        return {V::load(at), V::load(at + plane), V::load(at + 2 * plane)};
    }
};

} // namespace husk::detail
