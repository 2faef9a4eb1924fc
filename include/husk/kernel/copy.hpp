// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/mirrored_triples.hpp>
#include <husk/simd/backwards.hpp>

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

/// Rows of n bytes; without gaps they are one.
template <class Arch>
void copy_rows(std::byte const* from, std::ptrdiff_t from_pitch, std::byte* to, std::ptrdiff_t to_pitch,
               std::size_t n, int rows)
{
    if (auto const pitch = static_cast<std::ptrdiff_t>(n); from_pitch == pitch && to_pitch == pitch) {
        std::memcpy(to, from, n * static_cast<std::size_t>(rows));
        return;
    }
    constexpr std::size_t long_row = 256; // from here on the call of memcpy pays
    if (n >= 16 && n < long_row)
        return copy_rows_in_blocks<Arch, 16>(from, from_pitch, to, to_pitch, n, rows);
    for (; rows > 0; --rows, from += from_pitch, to += to_pitch) std::memcpy(to, from, n);
}

/// `count` pixels of N bytes, in the other direction: the first comes from `from`, the next from before it.
template <class Arch, int N>
void copy_backwards(std::byte const* from, std::byte* to, int count)
{
    if constexpr (N == 3 && simd::orders_bytes<Arch>)
        if (count >= mirrored_at_once)
            return mirror_triples<Arch>(
                reinterpret_cast<std::uint8_t const*>(from - std::ptrdiff_t{N} * (count - 1)),
                reinterpret_cast<std::uint8_t*>(to), count);
    // A block touches part of one pixel more than it moves, unless it has none left over.
    if constexpr (constexpr int block = simd::backwards_at_once<Arch, N>; block > 0)
        for (; count >= block + (16 % N == 0 ? 0 : 1); count -= block, from -= block * N, to += block * N)
            simd::copy_backwards<Arch, N>(from + N, to);
    for (; count > 0; --count, from -= N, to += N) std::memcpy(to, from, N);
}

} // namespace husk::detail
