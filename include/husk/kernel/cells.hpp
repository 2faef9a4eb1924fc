// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>

namespace husk {

/// An image cut into cells, numbered row by row.
class cell_grid {
public:
    /// Cells of different kinds do not trade places: whole ones, those of the ragged right column, of the
    /// ragged bottom row, and the corner between.
    static constexpr int kinds = 4;

    /// n x n cells, whose sides differ by one pixel at most.
    static constexpr auto of_count(extent whole, int n) -> cell_grid { return {whole, {n, n}, 0}; }

    /// Cells of p x p pixels, and narrower ones at the right and below where p does not divide the side.
    static constexpr auto of_pixels(extent whole, int p) -> cell_grid
    {
        return {whole, {(whole.width - 1) / p + 1, (whole.height - 1) / p + 1}, p};
    }

    constexpr auto columns() const -> int { return cells_.width; }
    constexpr auto rows() const -> int { return cells_.height; }
    constexpr auto count() const -> int { return cells_.width * cells_.height; }

    /// Whether two cells can trade places.
    constexpr auto movable() const -> bool
    {
        auto const whole =
            extent{cells_.width - (ragged_right() ? 1 : 0), cells_.height - (ragged_below() ? 1 : 0)};
        return whole.area() > 1 || (ragged_right() && whole.height > 1) ||
               (ragged_below() && whole.width > 1);
    }

    constexpr auto cell(int i) const -> rect
    {
        int const column = i % cells_.width, row = i / cells_.width;
        point const at{edge(column, whole_.width, cells_.width), edge(row, whole_.height, cells_.height)};
        return {at,
                {edge(column + 1, whole_.width, cells_.width) - at.x,
                 edge(row + 1, whole_.height, cells_.height) - at.y}};
    }

    /// A box of size `wanted` at the place of cell i, moved by a pixel where it would leave the image.
    constexpr auto window(int i, extent wanted) const -> rect
    {
        auto const c = cell(i);
        return {
            {std::min(c.at.x, whole_.width - wanted.width), std::min(c.at.y, whole_.height - wanted.height)},
            wanted};
    }

    constexpr auto kind(int i) const -> int
    {
        return (ragged_right() && i % cells_.width + 1 == cells_.width ? 1 : 0) +
               (ragged_below() && i / cells_.width + 1 == cells_.height ? 2 : 0);
    }

    friend constexpr auto operator==(cell_grid const&, cell_grid const&) -> bool = default;

private:
    constexpr cell_grid(extent whole, extent cells, int pixels) :
        whole_(whole), cells_(cells), pixels_(pixels)
    {
    }

    constexpr auto ragged_right() const -> bool { return pixels_ > 0 && whole_.width % pixels_ != 0; }
    constexpr auto ragged_below() const -> bool { return pixels_ > 0 && whole_.height % pixels_ != 0; }

    /// Where cell number i begins along a side.
    constexpr auto edge(int i, int length, int n) const -> int
    {
        if (pixels_ > 0) return std::min(i * pixels_, length);
        return static_cast<int>(std::int64_t{i} * length / n);
    }

    extent whole_, cells_;
    int pixels_;
};

} // namespace husk
