// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/core/point.hpp>
#include <husk/simd/turn_square.hpp>

#include <algorithm>

namespace husk::detail {

/// Words in memory, rows of them `pitch` apart.
template <class Word>
struct word_rows {
    Word* data;
    std::ptrdiff_t pitch;

    auto row(int y) const -> Word* { return data + y * pitch; }
    /// The rows that begin further right and below.
    auto from(point p) const -> word_rows { return {row(p.y) + p.x, pitch}; }
};

/// Rows become columns: word (x, y) of `from` becomes word (y, x) of `to`. In squares of four by four, of
/// which the last may overlap those before; in bands, whose lines stay in the cache.
template <class Arch>
void turn_words(word_rows<std::uint32_t const> from, extent size, word_rows<std::uint32_t> to)
{
    constexpr int side = 4, band = 16;
    if (size.width < side || size.height < side) {
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) to.data[x * to.pitch + y] = from.data[y * from.pitch + x];
        return;
    }
    int const last_x = size.width - side, last_y = size.height - side;
    for (int top = 0; top < size.height; top += band)
        for (int i = 0; i < size.width; i += side)
            for (int j = top; j < std::min(top + band, size.height); j += side) {
                int const x = std::min(i, last_x), y = std::min(j, last_y);
                simd::turn_square<Arch>(from.data + y * from.pitch + x, from.pitch,
                                        to.data + x * to.pitch + y, to.pitch);
            }
}

} // namespace husk::detail
