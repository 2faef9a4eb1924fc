// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>
#include <husk/simd/triplets.hpp>

namespace husk::detail {

/// The luma of levels in all three channels, rounded, and halves up: in whole numbers of 10^-4 levels, the
/// weights of luma(). (Of the 2^24 colours 1703 are halfway; there `luma` is what the rounding of floats
/// makes of it.) Weights are 100 times some of 7 bits, and others; over 100 twice, and rounded down each
/// time, is over 10^4, and all fits 16 bits.
class grey_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = 1e-4;

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const
        -> simd::short_colours<Arch>
    {
        auto const sum = [&](std::array<int, 3> const& w) __attribute__((always_inline))
        {
            return p.r * w[0] + p.g * w[1] + p.b * w[2];
        };
        auto const grey = level(sum(hundreds), sum(ones));
        return {grey, grey, grey};
    }

    // The same of pixels as they lie in memory: their bytes, taken apart beforehand, and what becomes of
    // them.
    template <class Arch>
    [[gnu::always_inline]] static auto prepared(simd::triplets<Arch> const& t)
    {
        return simd::triplet_pairs<Arch>(t);
    }
    template <class Arch>
    [[gnu::always_inline]] static auto changed(simd::triplets<Arch> const&,
                                               simd::triplet_pairs<Arch> const& p) -> simd::triplets<Arch>
    {
        auto const a = p.sums(hundreds[0], hundreds[1], hundreds[2]).half;
        auto const b = p.sums(ones[0], ones[1], ones[2]).half;
        simd::short_pair<Arch> const grey{level(a[0], b[0]), level(a[1], b[1])};
        return simd::triplets<Arch>::thrice(grey.bytes());
    }

private:
    static constexpr std::array<int, 3> hundreds{30, 58, 11}, ones{-11, 70, 40}; // 2989, 5870, 1140

    /// (100 a + b + 5000) / 10^4, rounded down.
    template <class Arch>
    [[gnu::always_inline]] static auto level(simd::shorts<Arch> a, simd::shorts<Arch> b) -> simd::shorts<Arch>
    {
        auto const all = [](int n) __attribute__((always_inline)) { return simd::all_shorts<Arch>(n); };
        auto const hundredth = [&](simd::shorts<Arch> n) __attribute__((always_inline))
        {
            return simd::upper_product(n, all(41944)) >> 6;
        };
        return hundredth(a + hundredth(b + all(5000)));
    }
};

} // namespace husk::detail
