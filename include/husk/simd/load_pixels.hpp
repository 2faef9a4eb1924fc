// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/pixels.hpp>

#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>

namespace husk::simd {

namespace detail {

// A register loaded from memory that has just been written in parts would have to wait for it.
template <class Arch, class F, int... i>
auto lane_by_lane(F value, std::integer_sequence<int, i...>) -> real<Arch>
{
    return typename real<Arch>::values{value(i)...};
}

template <class Arch, int C, class T>
auto load_pixels(T const* from, scalar) -> pixels<Arch, C>
{
    constexpr auto most = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 0.f;
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        p[c] = lane_by_lane<Arch>([&](int i) { return static_cast<float>(from[i * C + c]); },
                                  std::make_integer_sequence<int, real<Arch>::lanes>{});
        if constexpr (std::integral<T>) p[c] = p[c] * (1 / (most + 1));
    });
    return p;
}

#if XSIMD_WITH_SSE2 || XSIMD_WITH_NEON64

template <class Arch>
auto four_bytes(std::uint8_t const* from) -> int
{
    int v;
    std::memcpy(&v, from, 4);
    return v;
}

/// Of lane i, where its pixel is found in 16 bytes, as an index whose other three bytes, 0x80, give 0.
template <class Arch, int C>
constexpr auto place(int lane) -> int
{
    return static_cast<int>(0x80808000u) + lane * C;
}

/// n / 256 from integers 0 to 255: they are put where 2^15 has its last bits, without a conversion.
template <class Arch>
auto fractions(batch<std::uint32_t, Arch> const& n) -> real<Arch>
{
    return bit_cast<float>(n | batch<std::uint32_t, Arch>(0x47000000u)) - batch<float, Arch>(32768.f);
}

#endif

#if XSIMD_WITH_SSE2
/// Four pixels; zeros follow.
template <class Arch, int C>
auto four_pixels(std::uint8_t const* from) -> __m128i
{
    auto const* const at = reinterpret_cast<__m128i const*>(from);
    if constexpr (C == 1) return _mm_cvtsi32_si128(four_bytes<Arch>(from));
    else if constexpr (C == 3)
        return _mm_unpacklo_epi64(_mm_loadl_epi64(at), _mm_cvtsi32_si128(four_bytes<Arch>(from + 8)));
    else return _mm_loadu_si128(at);
}

template <class Arch, int C>
[[gnu::always_inline]] inline auto load_pixels(std::uint8_t const* from, xsimd::sse2) -> pixels<Arch, C>
{
    __m128i v = four_pixels<Arch, C>(from), zero = _mm_setzero_si128();
    if constexpr (C == 1) v = _mm_unpacklo_epi16(_mm_unpacklo_epi8(v, zero), zero);
    if constexpr (C == 3) // moved apart, a pixel at the beginning of each lane
        v = _mm_unpacklo_epi64(_mm_unpacklo_epi32(v, _mm_srli_si128(v, 3)),
                               _mm_unpacklo_epi32(_mm_srli_si128(v, 6), _mm_srli_si128(v, 9)));
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        p[c] = fractions<Arch>(_mm_and_si128(_mm_srli_epi32(v, 8 * c), _mm_set1_epi32(255)));
    });
    return p;
}
#endif
#if XSIMD_WITH_SSSE3
template <class Arch, int C>
[[gnu::always_inline]] inline auto load_pixels(std::uint8_t const* from, xsimd::ssse3) -> pixels<Arch, C>
{
    constexpr auto at = place<Arch, C>;
    __m128i const first = _mm_setr_epi32(at(0), at(1), at(2), at(3)), v = four_pixels<Arch, C>(from);
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        p[c] = fractions<Arch>(_mm_shuffle_epi8(v, _mm_add_epi32(first, _mm_set1_epi32(c))));
    });
    return p;
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch, int C>
[[gnu::always_inline]] inline auto load_pixels(std::uint8_t const* from, xsimd::avx2) -> pixels<Arch, C>
{
    // The upper half begins with the first pixel of all (1 channel) or 4 bytes early (3 channels), lest more
    // than the pixels be read.
    constexpr int later = C == 4 ? 0 : 4;
    constexpr auto at = place<Arch, C>;
    __m256i const first = _mm256_setr_epi32(at(0), at(1), at(2), at(3), //
                                            at(0) + later, at(1) + later, at(2) + later, at(3) + later);
    auto const half = [&](int byte) { return reinterpret_cast<__m128i const*>(from + byte); };
    __m256i v;
    if constexpr (C == 1) v = _mm256_broadcastq_epi64(_mm_loadl_epi64(half(0)));
    else
        v = _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_loadu_si128(half(0))),
                                    _mm_loadu_si128(half(4 * C - later)), 1);
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        p[c] = fractions<Arch>(_mm256_shuffle_epi8(v, _mm256_add_epi32(first, _mm256_set1_epi32(c))));
    });
    return p;
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch, int C>
[[gnu::always_inline]] inline auto load_pixels(std::uint8_t const* from, xsimd::avx512bw) -> pixels<Arch, C>
{
    __m512i v;
    if constexpr (C == 1) v = _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)));
    else if constexpr (C == 3)
        v = _mm512_permutexvar_epi32(_mm512_setr_epi32(0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11),
                                     _mm512_maskz_loadu_epi32(0xfff, from));
    else v = _mm512_loadu_si512(from);
    constexpr int step = C == 1 ? 4 : C;
    constexpr auto at = place<Arch, step>;
    __m512i const first = _mm512_broadcast_i32x4(_mm_setr_epi32(at(0), at(1), at(2), at(3)));
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        p[c] = fractions<Arch>(_mm512_shuffle_epi8(v, _mm512_add_epi32(first, _mm512_set1_epi32(c))));
    });
    return p;
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch, int C>
[[gnu::always_inline]] inline auto load_pixels(std::uint8_t const* from, xsimd::neon64) -> pixels<Arch, C>
{
    auto const four = [&](int byte) {
        return vreinterpret_u8_s32(vdup_n_s32(four_bytes<Arch>(from + byte)));
    };
    uint8x16_t v;
    if constexpr (C == 1) v = vcombine_u8(four(0), four(0));
    else if constexpr (C == 3) v = vcombine_u8(vld1_u8(from), four(8));
    else v = vld1q_u8(from);
    constexpr auto at = place<Arch, C>;
    std::int32_t const places[] = {at(0), at(1), at(2), at(3)};
    int32x4_t const first = vld1q_s32(places);
    pixels<Arch, C> p;
    for_channels<Arch, C>([&](auto c) {
        int32x4_t const of_channel = vaddq_s32(first, vdupq_n_s32(c));
        p[c] = fractions<Arch>(vreinterpretq_u32_u8(vqtbl1q_u8(v, vreinterpretq_u8_s32(of_channel))));
    });
    return p;
}
#endif

} // namespace detail

/// As many pixels of C channels as there are lanes, as fractions n / 256 of bytes, n / 65536 of u16; float
/// and half as they are. Reads those pixels and nothing beyond.
template <class Arch, int C, class T>
[[gnu::always_inline]] inline auto load_pixels(T const* from) -> pixels<Arch, C>
{
    return detail::load_pixels<Arch, C>(from, Arch{});
}

} // namespace husk::simd
