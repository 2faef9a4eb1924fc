// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/block_grid.hpp>
#include <husk/kernel/places.hpp>

#include <array>

namespace husk::detail {

/// The places in exemplars where the blocks around go on: a candidate from there would copy the exemplar,
/// however large the quilt.
struct neighbourhood {
    std::array<spot, 4> spots;
    int count = 0;

    auto holds(spot const& s) const -> bool
    {
        bool found = false;
        for (int i = 0; i < count; ++i) found |= spots[static_cast<std::size_t>(i)] == s;
        return found;
    }
};

/// Those of a cell, of whose left, above left, above and above right neighbours `laid` holds the places.
inline auto neighbours_of(point cell, block_grid const& grid, std::span<spot const> laid) -> neighbourhood
{
    neighbourhood near;
    for (auto const by : {point{-1, 0}, point{-1, -1}, point{0, -1}, point{1, -1}}) {
        auto const other = cell + by;
        if (other.x < 0 || other.y < 0 || other.x >= grid.size().width) continue;
        auto const& s = laid[grid.number(other)];
        near.spots[static_cast<std::size_t>(near.count++)] = {
            s.exemplar, s.at + (grid.place_of(cell).at - grid.place_of(other).at)};
    }
    return near;
}

} // namespace husk::detail
