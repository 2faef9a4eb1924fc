// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/places.hpp>
#include <husk/kernel/quilt_rules.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

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

/// Where the blocks of a quilt lie: they overlap, and the last ones are cropped by the border.
class block_grid {
public:
    block_grid(quilt_rules const& rules, extent out) : block_(rules.block), overlap_(rules.overlap), out_(out)
    {
    }

    /// Blocks in a row, and rows.
    auto size() const -> extent { return {blocks(out_.width), blocks(out_.height)}; }
    auto number(point cell) const -> std::size_t
    {
        return static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(size().width) +
               static_cast<std::size_t>(cell.x);
    }
    auto place_of(point cell) const -> rect
    {
        point const at{cell.x * step(), cell.y * step()};
        return {at, {std::min(block_, out_.width - at.x), std::min(block_, out_.height - at.y)}};
    }

    /// Left, above left, above and above right: what is laid already, by number.
    auto neighbours(point cell, std::span<spot const> laid) const -> neighbourhood
    {
        neighbourhood near;
        for (auto const by : {point{-1, 0}, point{-1, -1}, point{0, -1}, point{1, -1}}) {
            auto const other = cell + by;
            if (other.x < 0 || other.y < 0 || other.x >= size().width) continue;
            auto const& s = laid[number(other)];
            near.spots[static_cast<std::size_t>(near.count++)] = {
                s.exemplar, s.at + (place_of(cell).at - place_of(other).at)};
        }
        return near;
    }

    /// The part of a block that is likely to stay visible: its neighbours will take half of each overlap.
    auto core(rect const& place) const -> rect
    {
        auto const half = overlap_ / 2;
        auto const along = [&](int at, int size, int whole) {
            int const from = at > 0 ? half : 0, to = at + block_ < whole ? size - half : size;
            return std::pair{from, std::max(from + 1, to)};
        };
        auto const [left, right] = along(place.at.x, place.size.width, out_.width);
        auto const [top, bottom] = along(place.at.y, place.size.height, out_.height);
        return {{left, top}, {right - left, bottom - top}};
    }

private:
    auto step() const -> int { return block_ - overlap_; }
    /// Blocks along a side, until everything is covered.
    auto blocks(int length) const -> int { return length <= block_ ? 1 : (length - block_ - 1) / step() + 2; }

    int block_, overlap_;
    extent out_;
};

} // namespace husk::detail
