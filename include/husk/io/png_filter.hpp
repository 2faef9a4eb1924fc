// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstdint>

namespace husk::detail {

/// PNG's filter type 4 (Paeth) of a row of n bytes, `pixel` bytes each: what is left of them once a
/// neighbour, the left one, the upper one, or the one between, has foretold them. Without branches, for the
/// compiler to make vectors of.
inline void paeth_filter(std::uint8_t const* row, std::uint8_t const* above, std::size_t n, std::size_t pixel,
                         std::uint8_t* to)
{
    auto const distance = [](int from) { return static_cast<std::int16_t>(from < 0 ? -from : from); };
    for (std::size_t i = 0; i < pixel; ++i) to[i] = static_cast<std::uint8_t>(row[i] - above[i]);
    for (std::size_t i = pixel; i < n; ++i) {
        std::int16_t const left = row[i - pixel], up = above[i], corner = above[i - pixel];
        auto const to_left = distance(up - corner), to_up = distance(left - corner),
                   to_corner = distance(left + up - 2 * corner);
        auto const nearer = to_up <= to_corner ? up : corner;
        auto const nearest = to_left <= to_up && to_left <= to_corner ? left : nearer;
        to[i] = static_cast<std::uint8_t>(row[i] - nearest);
    }
}

} // namespace husk::detail
