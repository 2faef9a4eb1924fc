// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/short_luma.hpp>
#include <husk/simd/short_pair.hpp>

#include <algorithm>
#include <cmath>

namespace husk::detail {

/// factor c + (1 - factor) luma of levels, in fractions of 16 bits; clamped by who stores it.
class saturated_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = .03;
    /// The largest factor.
    static constexpr float most = 2;

    explicit saturated_shorts(float factor) :
        factor_(static_cast<int>(std::lrint(factor * 16384))),
        fraction_(static_cast<int>(std::lrint(std::min(lost(factor) * 4 / std::max(factor, .01f), 255.f))))
    {
    }

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const
        -> simd::short_colours<Arch>
    {
        auto const fraction = simd::all_shorts<Arch>(fraction_);
        auto const grey = rest(p);
        return {level((p.r << 8) + fraction, grey), level((p.g << 8) + fraction, grey),
                level((p.b << 8) + fraction, grey)};
    }

    /// What grey adds to pixels of some kind: (1 - factor) luma in steps of 2^-6.
    template <template <class> class Pixels, class Arch>
    [[gnu::always_inline]] auto rest(Pixels<Arch> const& p) const -> simd::shorts<Arch>
    {
        return simd::rounded_product(luma_128(p), simd::all_shorts<Arch>(16384 - factor_));
    }

    /// Bytes, to which that is added.
    template <class Arch>
    [[gnu::always_inline]] auto changed(simd::batch<std::uint8_t, Arch> const& bytes,
                                        std::array<simd::shorts<Arch>, 2> const& rests) const
    {
        auto const raised = simd::short_pair<Arch>::raised(bytes, fraction_);
        return simd::short_pair<Arch>{level(raised.first, rests[0]), level(raised.second, rests[1])}.bytes();
    }

private:
    /// From 256 times a level, and the fraction.
    template <class Arch>
    [[gnu::always_inline]] auto level(simd::shorts<Arch> c, simd::shorts<Arch> rest) const
        -> simd::shorts<Arch>
    {
        return simd::rounded<6>(simd::upper_product(c, simd::all_shorts<Arch>(factor_)) + rest);
    }

    /// What is rounded down, on average, in steps of 2^-6: a half by the product with the factor, and 2^-7
    /// of luma.
    static auto lost(float factor) -> float { return .5f + (1 - factor) * .5f; }

    int factor_;   // of 2^14
    int fraction_; // of 2^8 of a level: times the factor, what is lost
};

} // namespace husk::detail
