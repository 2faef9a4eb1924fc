// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>
#include <husk/simd/quad.hpp>

namespace husk::simd {

/// How many pixels load_quads takes at a time; 0 where there is no such thing.
#if XSIMD_WITH_AVX2
template <class Arch>
inline constexpr int quads_at_once = std::is_base_of_v<xsimd::avx2, Arch> ? 8 : 0;

/// Eight pixels of three bytes as fractions n / 256, four floats each, of which the last is 0: two pixels
/// side by side in each register. Reads those pixels and nothing beyond.
template <class Arch>
[[gnu::always_inline]] inline auto load_quads(std::uint8_t const* from) -> pixels<Arch, 4>
{
    auto const both_halves = [&](int byte) {
        return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from + byte)));
    };
    // Bytes 0 to 15 and 8 to 23: the pixels 0 to 3 begin at byte 0 of the first, 4 to 7 at byte 4 of the
    // second.
    __m256i const early = both_halves(0), late = both_halves(8);
    // 0x80 + n still has its upper bit, and gives 0.
    constexpr auto byte = [](int n) { return static_cast<int>(0x80808000u) + n; };
    __m256i const first = _mm256_setr_epi32(byte(0), byte(1), byte(2), byte(0x80), //
                                            byte(3), byte(4), byte(5), byte(0x80));
    auto const two = [&](__m256i bytes, int begin) {
        __m256i const places = _mm256_add_epi32(first, _mm256_set1_epi32(begin));
        return detail::fractions<Arch>(batch<std::uint32_t, Arch>(_mm256_shuffle_epi8(bytes, places)));
    };
    return {two(early, 0), two(early, 6), two(late, 4), two(late, 10)};
}
#else
template <class Arch>
inline constexpr int quads_at_once = 0;
template <class Arch>
[[gnu::always_inline]] inline auto load_quads(std::uint8_t const*) -> pixels<Arch, 4>;
#endif

} // namespace husk::simd
