// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>
#include <husk/simd/quad.hpp>

namespace husk::simd {

/// How many pixels load_quads takes at a time; 0 where there is no such thing.
#if XSIMD_WITH_AVX2
template <class Arch>
inline constexpr int quads_at_once = std::is_base_of_v<xsimd::avx2, Arch> ? 8 : 0;

/// Eight pixels of three bytes of one row or two, as fractions n / 256, four floats each, of which the last
/// is 0: in each register two pixels side by side, or one of each row. Reads those pixels and nothing beyond.
template <class Arch, std::size_t Rows>
[[gnu::always_inline]] inline auto load_quads(std::array<std::uint8_t const*, Rows> const& from)
    -> pixels<Arch, int{4 * Rows}>
{
    auto const sixteen = [&](std::size_t row, int byte) {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from[row] + byte));
    };
    auto const halves = [&](int byte) { // those of the last row above
        return _mm256_inserti128_si256(_mm256_castsi128_si256(sixteen(0, byte)), sixteen(Rows - 1, byte), 1);
    };
    // Bytes 0 to 15 and 8 to 23: the pixels 0 to 3 begin at byte 0 of the first, 4 to 7 at byte 4 of the
    // second. In the four other bytes stands what puts a byte where 2^15 has its last bits.
    constexpr int exponent = 0x47;
    __m256i const exponents = _mm256_set1_epi8(exponent);
    __m256i const early = _mm256_blend_epi32(halves(0), exponents, 0x88),
                  late = _mm256_blend_epi32(halves(8), exponents, 0x11);
    auto const places = [](int pixel, bool is_late) { // 0x80 gives 0
        auto const byte = [](int n, int top) { return (top << 24) + 0x808000 + n; };
        int const top = is_late ? 0 : 12, n = 3 * pixel - (is_late ? 8 : 0), next = Rows == 2 ? n : n + 3;
        return _mm256_setr_epi32(byte(n, top), byte(n + 1, top), byte(n + 2, top), byte(0x80, top), //
                                 byte(next, top), byte(next + 1, top), byte(next + 2, top), byte(0x80, top));
    };
    pixels<Arch, int{4 * Rows}> p;
    for_channels<Arch, int{4 * Rows}>([&](auto i) {
        constexpr int pixel = i * 2 / int{Rows};
        constexpr bool is_late = pixel >= 4;
        __m256i const bits = _mm256_shuffle_epi8(is_late ? late : early, places(pixel, is_late));
        p[i] = typename real<Arch>::values(_mm256_sub_ps(_mm256_castsi256_ps(bits), _mm256_set1_ps(32768.f)));
    });
    return p;
}
#else
template <class Arch>
inline constexpr int quads_at_once = 0;
template <class Arch, std::size_t Rows>
[[gnu::always_inline]] inline auto load_quads(std::array<std::uint8_t const*, Rows> const&)
    -> pixels<Arch, int{4 * Rows}>;
#endif

} // namespace husk::simd
