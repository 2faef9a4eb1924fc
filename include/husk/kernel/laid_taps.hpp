// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/lane_pictures.hpp>

#include <algorithm>
#include <array>

namespace husk::detail {

/// What is laid under a block, in the units of lane_pictures, in strokes down its columns: what a search
/// compares with what lies there in the exemplars.
template <class Element, int Count>
class laid_taps {
public:
    using pictures = lane_pictures<Element, Count>;
    using unit = typename pictures::unit;

    static constexpr std::array heights{4, 2, 1}; ///< of strokes, in units

    /// Units under each other, as many rows apart as the pictures' elements are columns: as many as is left
    /// of their column.
    struct stroke {
        std::ptrdiff_t
            offset;        ///< of the first, from the place of the block in the exemplar that was aimed at
        std::size_t first; ///< of them, among all
        unit mask;         ///< the bits that count, the same in all of them
    };

    /// Room for the overlaps, `width` wide, of blocks up to `block`.
    laid_taps(arena& memory, int block, int width, int channels)
    {
        auto const across = [&](int n) {
            return static_cast<std::size_t>((n * channels + Count - 1) / Count);
        };
        auto const down = [](int n) { return static_cast<std::size_t>(n); };
        auto const n = across(block) * down(width) + across(width) * down(block);
        columns_ = memory.take<column>(across(block) + across(width));
        units_ = memory.take<unit>(n);
        strokes_ = memory.take<stroke>(n);
        row_ = memory.take<Element>(static_cast<std::size_t>(block * channels + Count));
    }

    /// All strokes of a height, by its number, those in which all bits count, or the others.
    auto strokes(std::size_t height, bool whole) const -> std::span<stroke const>
    {
        auto const kind = (whole ? 0 : heights.size()) + height;
        auto const begin = kind == 0 ? 0 : ends_[kind - 1];
        return strokes_.subspan(begin, ends_[kind] - begin);
    }
    auto units() const -> unit const* { return units_.data(); }

    void clear() { used_columns_ = used_units_ = 0; }

    /// Adds `size` pixels, or boxes of them, of the block, that begin at `corner`: put(x, y, elements) writes
    /// all channels of the one x steps to the right of it and y below.
    template <class Arch, class Put>
    void add(point corner, extent size, int channels, Put const& put)
    {
        int const length = size.width * channels, across = (length + Count - 1) / Count;
        auto const down = static_cast<std::size_t>(std::max(size.height, 0));
        auto const column_of = [&](int k) { return used_units_ + static_cast<std::size_t>(k) * down; };
        for (int k = 0; k < across; ++k)
            columns_[used_columns_++] = {corner, k, size.height, column_of(k),
                                         mask<Arch>(std::min(Count, length - k * Count))};
        std::fill_n(row_.begin() + length, Count, Element{0});
        for (int y = 0; y < size.height; ++y) {
            for (int x = 0; x < size.width; ++x) put(x, y, row_.data() + x * channels);
            for (int k = 0; k < across; ++k)
                std::memcpy(&units_[column_of(k) + static_cast<std::size_t>(y)], row_.data() + k * Count,
                            sizeof(unit));
        }
        used_units_ += static_cast<std::size_t>(across) * down;
    }

    /// Makes the strokes for an exemplar.
    template <class Arch>
    void aim(pictures const& p, std::size_t e)
    {
        std::size_t n = 0;
        for (std::size_t kind = 0; kind < ends_.size(); ++kind) {
            auto const which = kind % heights.size();
            int const height = heights[which];
            for (auto const& c : columns_.first(used_columns_)) {
                if (c.whole() != (kind < heights.size())) continue;
                auto const offset = c.corner.y * p.pitch(e) + c.corner.x + p.offset(e, c.k);
                int const begin = which == 0 ? 0 : c.rows / heights[which - 1] * heights[which - 1];
                for (int row = begin; row + height <= c.rows; row += height)
                    strokes_[n++] = {offset + row * p.step() * p.pitch(e),
                                     c.first + static_cast<std::size_t>(row), c.mask};
            }
            ends_[kind] = n;
        }
    }

private:
    /// A column of a part of the block.
    struct column {
        point corner;      ///< of the part
        int k;             ///< which unit of the part's rows it is
        int rows;          ///< how many units
        std::size_t first; ///< of them, among all
        unit mask;

        auto whole() const -> bool { return mask == static_cast<unit>(~unit{0}); }
    };

    template <class Arch>
    static auto mask(int elements) -> unit
    {
        unsigned char bytes[sizeof(unit)]{};
        std::fill_n(bytes, static_cast<std::size_t>(elements) * sizeof(Element), 255);
        unit m;
        std::memcpy(&m, bytes, sizeof m);
        return m;
    }

    std::span<column> columns_;
    std::span<unit> units_;
    std::span<stroke> strokes_;
    std::span<Element> row_;                             // of a part
    std::array<std::size_t, 2 * heights.size()> ends_{}; // of the strokes of each kind
    std::size_t used_columns_ = 0, used_units_ = 0;
};

} // namespace husk::detail
