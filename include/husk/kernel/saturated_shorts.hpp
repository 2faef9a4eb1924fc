// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>

#include <cmath>

namespace husk::detail {

/// factor c + (1 - factor) luma of levels, in fractions of 16 bits; clamped by who stores it.
class saturated_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = .04;
    /// The largest factor.
    static constexpr float most = 2;

    explicit saturated_shorts(float factor) :
        factor_(static_cast<int>(std::lrint(factor * 16384))), rest_(std::abs(factor_ - 16384)),
        signs_(factor_ > 16384 ? -1 : 0)
    {
    }

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& levels) const
        -> simd::short_colours<Arch>
    {
        using simd::upper_product;
        auto const all = [](int n) { return simd::all_shorts<Arch>(n); };
        auto const r = levels.r << 8, g = levels.g << 8, b = levels.b << 8;
        // In steps of 1/256; one makes up for what three products lost.
        auto const luma = upper_product(r, all(19589)) + upper_product(g, all(38470)) +
                          upper_product(b, all(7471)) + all(1);
        // In steps of 1/64, and half a level, to be rounded; one more, as -n is ~n + 1, and as two products
        // that are added lose more than their difference.
        auto const rest = (upper_product(luma, all(rest_)) ^ all(signs_)) + all(33);
        auto const one = [&](simd::shorts<Arch> c) { return (upper_product(c, all(factor_)) + rest) >> 6; };
        return {one(r), one(g), one(b)};
    }

private:
    int factor_, rest_; // of 2^14
    int signs_;         // all bits of what is subtracted
};

} // namespace husk::detail
