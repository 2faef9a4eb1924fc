// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>
#include <husk/simd/madd.hpp>

namespace husk::simd {

/// Pixels of three bytes in words of 16 bits, a pair for each: red beside green, blue beside 0.
template <class Arch>
struct pixel_words {
    batch<std::int16_t, Arch> red_green, blue;
};

namespace detail {

/// Of a pixel that begins at byte `at`, where red and green are found, as indices of two words; and blue.
constexpr auto red_green_at(int at) -> int { return static_cast<int>(0x80008000u) + (at + 1) * 65536 + at; }
constexpr auto blue_at(int at) -> int { return static_cast<int>(0x80808000u) + at + 2; }

template <class Arch>
auto load_words(std::uint8_t const* from, scalar) -> pixel_words<Arch>
{
    using words = batch<std::int16_t, Arch>;
    alignas(64) std::int16_t red_green[words::size], blue[words::size]{};
    for (std::size_t i = 0; i < words::size; i += 2, from += 3)
        red_green[i] = from[0], red_green[i + 1] = from[1], blue[i] = from[2];
    return {words::load_aligned(red_green), words::load_aligned(blue)};
}

#if XSIMD_WITH_SSSE3
template <class Arch>
[[gnu::always_inline]] inline auto load_words(std::uint8_t const* from, xsimd::ssse3) -> pixel_words<Arch>
{
    auto const words = [v = four_pixels<Arch, 3>(from)](auto at) {
        return _mm_shuffle_epi8(v, _mm_setr_epi32(at(0), at(3), at(6), at(9)));
    };
    return {words(red_green_at), words(blue_at)};
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto load_words(std::uint8_t const* from, xsimd::avx2) -> pixel_words<Arch>
{
    // The upper half begins 4 bytes early, lest more than the pixels be read.
    auto const half = [&](int byte) {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + byte));
    };
    __m256i const v = _mm256_inserti128_si256(_mm256_castsi128_si256(half(0)), half(8), 1);
    auto const words = [v](auto at) {
        return _mm256_shuffle_epi8(
            v, _mm256_setr_epi32(at(0), at(3), at(6), at(9), at(4), at(7), at(10), at(13)));
    };
    return {words(red_green_at), words(blue_at)};
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto load_words(std::uint8_t const* from, xsimd::avx512bw) -> pixel_words<Arch>
{
    __m512i const v =
        _mm512_permutexvar_epi32(_mm512_setr_epi32(0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11),
                                 _mm512_maskz_loadu_epi32(0xfff, from));
    auto const words = [v](auto at) {
        __m128i const places = _mm_setr_epi32(at(0), at(3), at(6), at(9));
        return _mm512_shuffle_epi8(v, _mm512_broadcast_i32x4(places));
    };
    return {words(red_green_at), words(blue_at)};
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto load_words(std::uint8_t const* from, xsimd::neon64) -> pixel_words<Arch>
{
    auto const last = vreinterpret_u8_s32(vdup_n_s32(four_bytes<Arch>(from + 8)));
    uint8x16_t const v = vcombine_u8(vld1_u8(from), last);
    auto const words = [v](auto at) {
        std::int32_t const places[] = {at(0), at(3), at(6), at(9)};
        return vreinterpretq_s16_u8(vqtbl1q_u8(v, vreinterpretq_u8_s32(vld1q_s32(places))));
    };
    return {words(red_green_at), words(blue_at)};
}
#endif

} // namespace detail

/// As many pixels of three bytes as there are floats in a register; reads those and nothing beyond.
template <class Arch>
[[gnu::always_inline]] inline auto load_words(std::uint8_t const* from) -> pixel_words<Arch>
{
    return detail::load_words<Arch>(from, Arch{});
}

} // namespace husk::simd
