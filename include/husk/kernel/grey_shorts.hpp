// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/short_luma.hpp>

namespace husk::detail {

/// The luma of levels in all three channels, rounded.
class grey_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded. (Pillow's weights and
    /// torchvision's differ by up to .03.)
    static constexpr double within = .008;

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const
        -> simd::short_colours<Arch>
    {
        auto const grey = upper_product(raised(p), simd::all_shorts<Arch>(256));
        return {grey, grey, grey};
    }

    /// The luma of pixels, of some kind, in the upper bytes.
    template <template <class> class Pixels, class Arch>
    [[gnu::always_inline]] static auto raised(Pixels<Arch> const& p) -> simd::shorts<Arch>
    {
        return luma_256(p) + simd::all_shorts<Arch>(half);
    }

private:
    static constexpr int half = 129; // of a level, and what luma_256 rounds down
};

} // namespace husk::detail
