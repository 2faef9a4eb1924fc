// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/output_size.hpp>
#include <husk/transform/crop.hpp>

namespace husk {

/// Cuts out the middle. A crop larger than its image shows the border around it.
struct center_crop {
    output_size size = 224;
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> window
    {
        detail::require(!extent(size).empty(), "center_crop.size", size, "must be positive");
        // As in torchvision: half a pixel goes to the even side inside the image, to the right outside.
        auto const begin = [](int whole, int part) {
            if (part > whole) return -((part - whole) / 2);
            int const half = (whole - part) / 2, odd = (whole - part) % 2;
            return half + (half % 2 != 0 ? odd : 0);
        };
        return crop{{{begin(in.width, size.width), begin(in.height, size.height)}, size}, outside, fill}.draw(
            g, in);
    }
};

static_assert(transform<center_crop>);

} // namespace husk
