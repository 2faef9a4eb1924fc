// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/window.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Cuts out a box, which may reach outside the image: the border's rule says what is seen there. Throws
/// husk::error for a box that is empty or begins or ends more than 2^24 pixels outside.
struct crop {
    rect box;
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream&, extent in) const -> window
    {
        constexpr std::int64_t far = 1 << 24;
        detail::require(!box.size.empty(), "crop.box", box, "must have a size");
        detail::require(box.at.x >= -far && box.at.y >= -far && box.right() <= in.width + far &&
                            box.bottom() <= in.height + far,
                        "crop.box", box, "lies too far outside an image of ", in);
        return {in, box, false, false, outside, fill};
    }
};

static_assert(transform<crop>);

} // namespace husk
