// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>

#include <algorithm>
#include <array>

namespace husk::detail {

/// The part of a block that lies over what is laid: a strip along its top, and what is left of a strip along
/// its left below that. Either may be empty.
struct overlap_parts {
    std::array<rect, 2> parts;

    overlap_parts(extent block, int width, bool has_left, bool has_top)
    {
        int const down = has_top ? std::min(width, block.height) : 0;
        int const across = has_left ? std::min(width, block.width) : 0;
        parts[0] = {{0, 0}, {block.width, down}};
        parts[1] = {{0, down}, {across, block.height - down}};
    }

    auto area() const -> std::int64_t { return parts[0].size.area() + parts[1].size.area(); }
};

} // namespace husk::detail
