// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/quilt_rules.hpp>

#include <algorithm>
#include <utility>

namespace husk::detail {

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
