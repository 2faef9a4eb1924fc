// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace husk {

/// What stands where an image has ended: one colour; the last pixel, again and again; or the image mirrored
/// at its last pixel, which is not repeated.
enum class border : std::uint8_t { constant, edge, reflect };

/// Where in 0..length-1 the coordinate `i` finds its colour, however far outside it is; -1 where that is the
/// constant colour. `length` is positive.
template <class Arch = void>
constexpr auto place(int i, int length, border b) -> int
{
    if (i >= 0 && i < length) return i;
    if (b == border::constant) return -1;
    if (b == border::edge || length == 1) return i < 0 ? 0 : length - 1;
    std::int64_t const there_and_back = 2 * (std::int64_t{length} - 1);
    std::int64_t j = i < 0 ? -std::int64_t{i} : i; // the mirror at 0
    if (j > there_and_back) j %= there_and_back;
    return static_cast<int>(j < length ? j : there_and_back - j);
}

} // namespace husk
