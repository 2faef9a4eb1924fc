// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>
#include <husk/simd/quad.hpp>

namespace husk::simd {

/// How many pixels load_quads takes at a time; 0 where there is no such thing.
#if XSIMD_WITH_AVX2
template <class Arch>
inline constexpr int quads_at_once = std::is_base_of_v<xsimd::avx2, Arch> ? 8 : 0;

/// Eight pixels of three bytes as fractions n / 256, four floats each, of which the last is 0: pixels i and
/// i + 4 together. Reads those pixels and nothing beyond.
template <class Arch>
auto load_quads(std::uint8_t const* from) -> pixels<Arch, 4>
{
    auto const half = [&](int byte) {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + byte));
    };
    // The upper half begins 4 bytes early, lest more than the pixels be read.
    __m256i const v = _mm256_inserti128_si256(_mm256_castsi128_si256(half(0)), half(8), 1);
    // 0x80 + 3 i still has its upper bit, and gives 0.
    constexpr auto byte = [](int n) { return static_cast<int>(0x80808000u) + n; };
    __m256i const first = _mm256_setr_epi32(byte(0), byte(1), byte(2), byte(0x80), //
                                            byte(4), byte(5), byte(6), byte(0x80));
    pixels<Arch, 4> p;
    for_channels<Arch, 4>([&](auto i) {
        __m256i const places = _mm256_add_epi32(first, _mm256_set1_epi32(3 * i));
        p[i] = detail::fractions<Arch>(batch<std::uint32_t, Arch>(_mm256_shuffle_epi8(v, places)));
    });
    return p;
}

/// Two pixels to where they belong.
template <class Arch>
void store_halves(real<Arch> pair, float* first, float* second)
{
    _mm_storeu_ps(first, _mm256_castps256_ps128(pair.value));
    _mm_storeu_ps(second, _mm256_extractf128_ps(pair.value, 1));
}
#else
template <class Arch>
inline constexpr int quads_at_once = 0;
template <class Arch>
auto load_quads(std::uint8_t const*) -> pixels<Arch, 4>;
template <class Arch>
void store_halves(real<Arch>, float*, float*);
#endif

} // namespace husk::simd
