// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/pixels.hpp>

#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>

namespace husk::simd {

namespace detail {

template <class Arch, int C, class T>
void store_pixels(pixels<Arch, C> const& p, T* to, scalar)
{
    constexpr std::size_t n = real<Arch>::lanes;
    for_channels<Arch, C>([&](auto c) {
        alignas(64) float v[n];
        if constexpr (std::integral<T>)
            nearest(clamped(p[c], 0.f, static_cast<float>(std::numeric_limits<T>::max()))).store(v);
        else p[c].store(v);
        for (std::size_t i = 0; i < n; ++i) to[i * C + c] = static_cast<T>(v[i]);
    });
}

#if XSIMD_WITH_SSE2
// Integers from floats that are out of range or NaN are the least there is, on x86, and become 0 when they
// are narrowed; what is too large, though, must be stopped before. The second of a number and a NaN is the
// minimum.

template <class Arch>
auto integers(__m128 v) -> __m128i
{
    return _mm_cvtps_epi32(_mm_min_ps(_mm_set1_ps(255.f), v));
}

/// The bytes r r r r g g g g b b b b a a a a as r g b a r g b a ...
template <class Arch>
auto interleaved(__m128i planes, xsimd::sse2) -> __m128i
{
    __m128i const pairs = _mm_unpacklo_epi8(planes, _mm_srli_si128(planes, 8)); // r b r b ... g a g a ...
    return _mm_unpacklo_epi8(pairs, _mm_srli_si128(pairs, 8));
}

/// Four pixels of 4 bytes, the last of them 0, moved together to 3 bytes each; 0 follows.
template <class Arch>
auto together(__m128i pixels, xsimd::sse2) -> __m128i
{
    __m128i const first = _mm_and_si128(pixels, _mm_set1_epi64x(0xffffff));
    __m128i const second = _mm_srli_epi64(_mm_andnot_si128(_mm_set1_epi64x(0xffffff), pixels), 8);
    __m128i const two = _mm_or_si128(first, second); // in each half
    return _mm_or_si128(_mm_move_epi64(two), _mm_slli_si128(_mm_srli_si128(two, 8), 6));
}
    #if XSIMD_WITH_SSSE3
template <class Arch>
auto interleaved(__m128i planes, xsimd::ssse3) -> __m128i
{
    return _mm_shuffle_epi8(planes, _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
}
template <class Arch>
auto together(__m128i pixels, xsimd::ssse3) -> __m128i
{
    return _mm_shuffle_epi8(pixels, _mm_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1));
}
    #endif

template <class Arch>
void store_four_bytes(__m128i v, std::uint8_t* to)
{
    int const four = _mm_cvtsi128_si32(v);
    std::memcpy(to, &four, 4);
}

template <class Arch, int C>
[[gnu::always_inline]] inline void store_pixels(pixels<Arch, C> const& p, std::uint8_t* to, xsimd::sse2)
{
    __m128i n[4] = {};
    for_channels<Arch, C>([&](auto c) { n[c] = integers<Arch>(p[c].value); });
    __m128i const planes = _mm_packus_epi16(_mm_packs_epi32(n[0], n[1]), _mm_packs_epi32(n[2], n[3]));
    auto* const at = reinterpret_cast<__m128i*>(to);
    if constexpr (C == 1) {
        store_four_bytes<Arch>(planes, to);
    } else if constexpr (C == 3) {
        __m128i const v = together<Arch>(interleaved<Arch>(planes, Arch{}), Arch{});
        _mm_storel_epi64(at, v);
        store_four_bytes<Arch>(_mm_srli_si128(v, 8), to + 8);
    } else {
        _mm_storeu_si128(at, interleaved<Arch>(planes, Arch{}));
    }
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch, int C>
[[gnu::always_inline]] inline void store_pixels(pixels<Arch, C> const& p, std::uint8_t* to, xsimd::avx2)
{
    __m256i n[4] = {};
    for_channels<Arch, C>(
        [&](auto c) { n[c] = _mm256_cvtps_epi32(_mm256_min_ps(_mm256_set1_ps(255.f), p[c].value)); });
    __m256i const planes =
        _mm256_packus_epi16(_mm256_packs_epi32(n[0], n[1]), _mm256_packs_epi32(n[2], n[3]));
    auto* const at = reinterpret_cast<__m128i*>(to);
    if constexpr (C == 1) {
        __m128i const low = _mm256_castsi256_si128(planes), high = _mm256_extracti128_si256(planes, 1);
        _mm_storel_epi64(at, _mm_unpacklo_epi32(low, high));
    } else if constexpr (C == 3) {
        // The upper half is turned, so that its first 4 bytes lie where they go in the lower one.
        __m256i const order = _mm256_setr_epi8(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11, -1, -1, -1, -1, //
                                               5, 9, 2, 6, 10, 3, 7, 11, -1, -1, -1, -1, 0, 4, 8, 1);
        __m256i const v = _mm256_shuffle_epi8(planes, order);
        __m128i const low = _mm256_castsi256_si128(v), high = _mm256_extracti128_si256(v, 1);
        _mm_storeu_si128(at, _mm_blend_epi32(low, high, 8));
        _mm_storel_epi64(at + 1, high);
    } else {
        __m128i const order = _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to),
                            _mm256_shuffle_epi8(planes, _mm256_broadcastsi128_si256(order)));
    }
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch, int C>
[[gnu::always_inline]] inline void store_pixels(pixels<Arch, C> const& p, std::uint8_t* to, xsimd::avx512bw)
{
    __m512i n[4] = {};
    for_channels<Arch, C>(
        [&](auto c) { n[c] = _mm512_cvtps_epi32(_mm512_min_ps(_mm512_set1_ps(255.f), p[c].value)); });
    if constexpr (C == 1) {
        __m512i const positive = _mm512_max_epi32(n[0], _mm512_setzero_si512());
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(positive));
    } else {
        __m512i const planes =
            _mm512_packus_epi16(_mm512_packs_epi32(n[0], n[1]), _mm512_packs_epi32(n[2], n[3]));
        __m128i const order = _mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        __m128i const order3 = _mm_setr_epi8(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11, -1, -1, -1, -1);
        __m512i const v = _mm512_shuffle_epi8(planes, _mm512_broadcast_i32x4(C == 3 ? order3 : order));
        __m512i const lanes = _mm512_setr_epi32(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 3, 3, 3);
        if constexpr (C == 3) _mm512_mask_storeu_epi32(to, 0xfff, _mm512_permutexvar_epi32(lanes, v));
        else _mm512_storeu_si512(to, v);
    }
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch, int C>
[[gnu::always_inline]] inline void store_pixels(pixels<Arch, C> const& p, std::uint8_t* to, xsimd::neon64)
{
    // Integers from floats saturate here, and NaN becomes 0.
    int16x4_t n[4] = {};
    for_channels<Arch, C>([&](auto c) { n[c] = vqmovn_s32(vcvtnq_s32_f32(p[c].value)); });
    uint8x16_t const planes =
        vcombine_u8(vqmovun_s16(vcombine_s16(n[0], n[1])), vqmovun_s16(vcombine_s16(n[2], n[3])));
    auto const store_four = [](uint8x16_t v, std::uint8_t* at) {
        auto const four = vgetq_lane_u32(vreinterpretq_u32_u8(v), 0);
        std::memcpy(at, &four, 4);
    };
    if constexpr (C == 1) {
        store_four(planes, to);
    } else if constexpr (C == 3) {
        alignas(16) constexpr std::uint8_t order[] = {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11, 99, 99, 99, 99};
        uint8x16_t const v = vqtbl1q_u8(planes, vld1q_u8(order));
        vst1_u8(to, vget_low_u8(v));
        store_four(vextq_u8(v, v, 8), to + 8);
    } else {
        alignas(16) constexpr std::uint8_t order[] = {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15};
        vst1q_u8(to, vqtbl1q_u8(planes, vld1q_u8(order)));
    }
}
#endif

} // namespace detail

/// As many pixels of C channels as there are lanes into their elements. Integers are rounded to the nearest,
/// halves to the even one, and clamped to what the element can hold; NaN becomes 0. Float is stored as it is,
/// half is rounded to the nearest even. Writes those pixels and nothing beyond.
template <class Arch, int C, class T>
[[gnu::always_inline]] inline void store_pixels(pixels<Arch, C> const& p, T* to)
{
    detail::store_pixels<Arch, C>(p, to, Arch{});
}

} // namespace husk::simd
