// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/matrix3.hpp>
#include <husk/kernel/border.hpp>
#include <husk/kernel/filter.hpp>

namespace husk {

/// How an image in memory is looked at: through a map from the places seen to its own, with a filter between
/// its pixels and a rule for what lies outside. `exact`: pixel for pixel, so that no filter is needed.
struct sight {
    matrix3 to_image = unmapped;
    bool exact = true;
    filter kind = filter::nearest;
    border outside = border::constant;
    std::array<float, 3> fill{};

    /// Whether looking through `next` at what is seen is looking at the image through both at once.
    auto joins(sight const& next) const -> bool
    {
        return exact || (kind == next.kind && outside == next.outside && fill == next.fill);
    }
};

} // namespace husk
