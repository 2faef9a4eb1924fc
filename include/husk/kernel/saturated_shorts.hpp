// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>
#include <husk/simd/triplets.hpp>

#include <cmath>

namespace husk::detail {

/// factor c + (1 - factor) luma of levels, in fractions of 16 bits; clamped by who stores it.
class saturated_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = .03;
    /// The largest factor.
    static constexpr float most = 2;

    explicit saturated_shorts(float factor) : factor_(static_cast<int>(std::lrint(factor * 16384))) {}

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const
        -> simd::short_colours<Arch>
    {
        auto const sum = [&](std::array<int, 3> const& w) __attribute__((always_inline))
        {
            return p.r * w[0] + p.g * w[1] + p.b * w[2];
        };
        auto const grey = rest(sum(upper), sum(lower));
        return {level(p.r << 8, grey), level(p.g << 8, grey), level(p.b << 8, grey)};
    }

    // The same of pixels as they lie in memory: what greys add, beforehand, and what becomes of the pixels.
    template <class Arch>
    [[gnu::always_inline]] auto prepared(simd::triplets<Arch> const& t) const -> simd::triplet_numbers<Arch>
    {
        simd::triplet_pairs<Arch> const pairs(t);
        auto const a = pairs.sums(upper[0], upper[1], upper[2]).half;
        auto const b = pairs.sums(lower[0], lower[1], lower[2]).half;
        return {{rest(a[0], b[0]), rest(a[1], b[1])}};
    }
    template <class Arch>
    [[gnu::always_inline]] auto changed(simd::triplets<Arch> const& t,
                                        simd::triplet_numbers<Arch> const& rests) const
        -> simd::triplets<Arch>
    {
        return {{part<0>(t, rests), part<1>(t, rests), part<2>(t, rests)}};
    }

private:
    // The weights of luma() in steps of 2^-7, and what is left in steps of 2^-14.
    static constexpr std::array<int, 3> upper{38, 75, 15}, lower{33, 17, -52};

    /// (1 - factor) luma in steps of 2^-6, from the sums that those weigh.
    template <class Arch>
    [[gnu::always_inline]] auto rest(simd::shorts<Arch> a, simd::shorts<Arch> b) const -> simd::shorts<Arch>
    {
        return simd::rounded_product(a + (b >> 7), simd::all_shorts<Arch>(16384 - factor_));
    }
    /// From 256 times a level.
    template <class Arch>
    [[gnu::always_inline]] auto level(simd::shorts<Arch> c, simd::shorts<Arch> rest) const
        -> simd::shorts<Arch>
    {
        return simd::rounded<6>(simd::upper_product(c, simd::all_shorts<Arch>(factor_)) + rest);
    }

    template <std::size_t Part, class Arch>
    [[gnu::always_inline]] auto part(simd::triplets<Arch> const& t,
                                     simd::triplet_numbers<Arch> const& rests) const
    {
        auto const raised = simd::short_pair<Arch>::raised(t.part[Part]);
        auto const rest = rests.template beneath<Part>();
        return simd::short_pair<Arch>{level(raised.first, rest[0]), level(raised.second, rest[1])}.bytes();
    }

    int factor_; // of 2^14
};

} // namespace husk::detail
