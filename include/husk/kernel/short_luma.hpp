// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>
#include <husk/simd/triplets.hpp>

namespace husk::detail {

/// A multiple of the luma of levels, in 16 bits: two products that are rounded down, with green and blue and
/// a red behind each as their fractions, and whole numbers of red and green, which leave nothing over. So red
/// weighs red + (green_red + blue_red) / 2^16, green green + green_red / 2^8, and blue blue_red / 2^8.
struct short_luma {
    int green_red, blue_red; // of 16 bits without a sign
    int red, green;          // of 7 bits

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const -> simd::shorts<Arch>
    {
        return products((p.g << 8) + p.r, (p.b << 8) + p.r) + (p.r * red + p.g * green);
    }
    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::triplets<Arch> const& p) const -> simd::shorts<Arch>
    {
        return products(p.green_red, p.blue_red) + p.sum(red, green);
    }

private:
    template <class Arch>
    [[gnu::always_inline]] auto products(simd::shorts<Arch> a, simd::shorts<Arch> b) const
        -> simd::shorts<Arch>
    {
        return upper_product(a, simd::all_shorts<Arch>(green_red)) +
               upper_product(b, simd::all_shorts<Arch>(blue_red));
    }
};

/// 256 and 128 times the luma of luma(), less what is rounded down, which is 1 on average: 0 to 2.95, and
/// -.5 to 2.5.
inline constexpr short_luma luma_256{26437, 7471, 76, 47}, luma_128{13347, 3735, 38, 23};

} // namespace husk::detail
