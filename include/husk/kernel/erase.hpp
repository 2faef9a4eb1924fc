// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/row.hpp>

#include <algorithm>
#include <array>

namespace husk::detail {

/// One colour over what a box covers of row `y`, of the first three channels.
template <class Arch>
void erase(rect const& box, std::array<float, 3> const& colour, row const& r, int y)
{
    if (y < box.at.y || y >= box.bottom()) return;
    for (int c = 0; c < std::min(r.channels, 3); ++c)
        std::fill_n(r[c] + box.at.x, box.size.width, colour[static_cast<std::size_t>(c)]);
}

inline void require_colour(std::string_view argument, std::array<float, 3> const& colour)
{
    for (float const c : colour)
        require(c >= -1e6f && c <= 1e6f, argument, c, "must be finite, and at most a million in size");
}

} // namespace husk::detail
