// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/level_table.hpp>

namespace husk::detail {

/// All rows into an image. Rows of colours are written where they belong, if no stage would write beyond
/// their end: all write whole registers, two at a time at most.
template <class Arch, writable_view To>
void write_rows(row_source const& rows, row const& r, To const& to)
{
    if constexpr (std::same_as<To, packed<std::uint8_t>>) {
        if (write_levels<Arch>(rows, to)) return;
        if (rows.pull_all_pixels) return rows.pull_all_pixels(rows.self, to);
        for (int y = 0; rows.pull_pixels && y < to.size.height; ++y)
            rows.pull_pixels(rows.self, y, to.row(y));
        if (rows.pull_pixels) return;
    }
    if constexpr (std::same_as<To, planar<float>>)
        if (rows.pull_all) return rows.pull_all(rows.self, to);
    for (int y = 0; y < to.size.height; ++y) {
        row const at = in_place<Arch>(r, to, y);
        rows(y, at);
        if (at.data == r.data) pack<Arch>(r, to, y);
    }
}

} // namespace husk::detail
