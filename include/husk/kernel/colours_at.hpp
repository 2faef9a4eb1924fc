// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/kernel/point.hpp>

namespace husk::detail {

/// Where a loop over colours finds them: in three bytes a pixel, or in planes.
template <class Arch>
struct byte_colours {
    std::uint8_t const* pixels;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        auto const p = simd::load_pixels<Arch, 3>(pixels + 3 * x);
        return {colour<Arch, std::uint8_t>(p[0]), colour<Arch, std::uint8_t>(p[1]),
                colour<Arch, std::uint8_t>(p[2])};
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
