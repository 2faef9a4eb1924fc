// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <cstddef>
#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch,
                 scalar)
{
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j) to[i * to_pitch + j] = from[j * pitch + i];
}

#if XSIMD_WITH_SSE2
template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch,
                 xsimd::sse2)
{
    auto const row = [&](int j) {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + j * pitch));
    };
    auto const store = [&](int i, __m128i v) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i * to_pitch), v);
    };
    __m128i const a = _mm_unpacklo_epi32(row(0), row(1)), b = _mm_unpacklo_epi32(row(2), row(3)),
                  c = _mm_unpackhi_epi32(row(0), row(1)), d = _mm_unpackhi_epi32(row(2), row(3));
    store(0, _mm_unpacklo_epi64(a, b));
    store(1, _mm_unpackhi_epi64(a, b));
    store(2, _mm_unpacklo_epi64(c, d));
    store(3, _mm_unpackhi_epi64(c, d));
}
// Wider registers would cross their halves: no gain for squares this small.
template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch,
                 xsimd::avx)
{
    turn_square<Arch>(from, pitch, to, to_pitch, xsimd::sse2{});
}
template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch,
                 xsimd::avx512f)
{
    turn_square<Arch>(from, pitch, to, to_pitch, xsimd::sse2{});
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch,
                 xsimd::neon64)
{
    auto const pair = [&](int j) {
        return vtrnq_u32(vld1q_u32(from + j * pitch), vld1q_u32(from + (j + 1) * pitch));
    };
    auto const a = pair(0), b = pair(2);
    for (std::size_t i = 0; i < 2; ++i) {
        auto const row = static_cast<std::ptrdiff_t>(i);
        vst1q_u32(to + row * to_pitch, vcombine_u32(vget_low_u32(a.val[i]), vget_low_u32(b.val[i])));
        vst1q_u32(to + (row + 2) * to_pitch, vcombine_u32(vget_high_u32(a.val[i]), vget_high_u32(b.val[i])));
    }
}
#endif

} // namespace detail

/// Four rows of four words become columns; pitches are words from row to row.
template <class Arch>
void turn_square(std::uint32_t const* from, std::ptrdiff_t pitch, std::uint32_t* to, std::ptrdiff_t to_pitch)
{
    detail::turn_square<Arch>(from, pitch, to, to_pitch, Arch{});
}

} // namespace husk::simd
