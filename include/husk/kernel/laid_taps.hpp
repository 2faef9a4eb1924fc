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

    /// Units under each other, as many rows apart as the pictures' elements are columns: as many as is left of
    /// their column.
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

    /// Adds `size` elements of the block, of all channels, that begin at `corner`; value(i, j, channel) is
    /// the one i steps to the right of it and j below.
    template <class Arch, class Value>
    void add(point corner, extent size, int channels, Value const& value)
    {
        int const length = size.width * channels;
        for (int k = 0; k * Count < length && size.height > 0; ++k) {
            int const begin = k * Count, end = std::min(length, begin + Count);
            columns_[used_columns_++] = {corner, k, size.height, used_units_, mask<Arch>(end - begin)};
            for (int j = 0; j < size.height; ++j) {
                Element elements[std::size_t{Count}]{};
                for (int i = begin, x = begin / channels, c = begin % channels; i < end; ++i) {
                    elements[i - begin] = static_cast<Element>(value(x, j, c));
                    if (++c == channels) ++x, c = 0; // divisions would take longer than all else
                }
                std::memcpy(&units_[used_units_++], elements, sizeof elements);
            }
        }
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
    std::array<std::size_t, 2 * heights.size()> ends_{}; // of the strokes of each kind
    std::size_t used_columns_ = 0, used_units_ = 0;
};

} // namespace husk::detail
