// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/lane_pictures.hpp>

#include <algorithm>

namespace husk::detail {

/// What is laid under a block, in the units of lane_pictures, column by column: what a search compares with
/// what lies there in the exemplars.
template <class Element, int Count>
class laid_taps {
public:
    using pictures = lane_pictures<Element, Count>;
    using unit = typename pictures::unit;

    /// Units under each other, as many rows apart as the pictures' elements are columns.
    struct column {
        point corner;      ///< of the part of the block that it belongs to
        int k;             ///< which unit of that part's rows it is
        int rows;          ///< how many units
        std::size_t first; ///< of them, among all
        unit mask;         ///< the bits that count, the same in all of them
        std::ptrdiff_t
            offset; ///< of the first, from the place of the block in the exemplar that was aimed at

        auto whole() const -> bool { return mask == static_cast<unit>(~unit{0}); }
    };

    /// Room for the overlaps, `width` wide, of blocks up to `block`.
    laid_taps(arena& memory, int block, int width, int channels)
    {
        auto const across = [&](int n) {
            return static_cast<std::size_t>((n * channels + Count - 1) / Count);
        };
        auto const down = [](int n) { return static_cast<std::size_t>(n); };
        columns_ = memory.take<column>(across(block) + across(width));
        units_ = memory.take<unit>(across(block) * down(width) + across(width) * down(block));
    }

    auto columns() const -> std::span<column const> { return columns_.first(used_columns_); }
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
            columns_[used_columns_++] = {corner, k, size.height, used_units_, mask<Arch>(end - begin), 0};
            for (int j = 0; j < size.height; ++j) {
                Element elements[std::size_t{Count}]{};
                for (int i = begin; i < end; ++i)
                    elements[i - begin] = static_cast<Element>(value(i / channels, j, i % channels));
                std::memcpy(&units_[used_units_++], elements, sizeof elements);
            }
        }
    }

    /// Sets the columns' offsets for an exemplar.
    template <class Arch>
    void aim(pictures const& p, std::size_t e)
    {
        for (auto& c : columns_.first(used_columns_))
            c.offset = c.corner.y * p.pitch(e) + c.corner.x + p.offset(e, c.k);
    }

private:
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
    std::size_t used_columns_ = 0, used_units_ = 0;
};

} // namespace husk::detail
