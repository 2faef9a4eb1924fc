// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/output_size.hpp>
#include <husk/transform/crop.hpp>

namespace husk {

/// Cuts out a box of a given size; every place where it lies inside the padded image is equally likely. Where
/// it does not fit, every place where it shows the whole of the padded image is. Throws husk::error for sizes
/// that are not positive and padding outside [0, 2^20].
struct random_crop {
    output_size size = 224;
    int padding = 0; ///< border pixels, on every side
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> window
    {
        detail::require(!extent(size).empty(), "random_crop.size", size, "must be positive");
        detail::require(padding >= 0 && padding <= 1 << 20, "random_crop.padding", padding,
                        "must lie in [0, 1048576]");
        auto const begin = [&](int whole, int part) {
            int const spare = whole + padding - part;
            return g.in(spare < -padding ? interval{spare, -padding} : interval{-padding, spare});
        };
        auto const x = begin(in.width, size.width);
        return crop{{{x, begin(in.height, size.height)}, size}, outside, fill}.draw(g, in);
    }
};

static_assert(transform<random_crop>);

} // namespace husk
