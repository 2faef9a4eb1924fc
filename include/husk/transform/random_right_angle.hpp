// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/turned.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Turns the image by 0, 90, 180 or 270 degrees, each as likely as the others; pixels are only moved. An
/// image that is not square can change its size: `keep_size` allows 0 and 180 degrees only.
struct random_right_angle {
    bool keep_size = true; ///< square images always keep theirs

    auto draw(stream& g, extent in) const -> turned
    {
        bool const square = in.width == in.height;
        return {square || !keep_size ? static_cast<turn>(g.below(4))
                                     : (g.below(2) == 1 ? turn::half : turn::none)};
    }
};

static_assert(transform<random_right_angle>);

} // namespace husk
