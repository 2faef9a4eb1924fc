// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstring>

namespace husk::detail {

/// Rows of n >= N bytes, each in blocks of N; the last block of a row overlaps the one before, so that there
/// is no tail. Blocks of a constant size are loads and stores, where a general memcpy would be a call per
/// row.
template <class Arch, std::size_t N>
void copy_rows_in_blocks(std::byte const* from, std::ptrdiff_t from_pitch, std::byte* to,
                         std::ptrdiff_t to_pitch, std::size_t n, int rows)
{
    for (; rows > 0; --rows, from += from_pitch, to += to_pitch) {
        for (std::size_t i = 0; i + N < n; i += N) std::memcpy(to + i, from + i, N);
        std::memcpy(to + n - N, from + n - N, N);
    }
}

/// Rows of n bytes.
template <class Arch>
void copy_rows(std::byte const* from, std::ptrdiff_t from_pitch, std::byte* to, std::ptrdiff_t to_pitch,
               std::size_t n, int rows)
{
    constexpr std::size_t long_row = 256; // from here on the call of memcpy pays
    if (n >= 16 && n < long_row)
        return copy_rows_in_blocks<Arch, 16>(from, from_pitch, to, to_pitch, n, rows);
    for (; rows > 0; --rows, from += from_pitch, to += to_pitch) std::memcpy(to, from, n);
}

} // namespace husk::detail
