// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>

namespace husk::simd {

namespace detail {

template <class Arch>
inline constexpr bool converts_eight = false;
#if XSIMD_WITH_AVX2
template <class Arch>
    requires std::is_base_of_v<xsimd::avx2, Arch>
inline constexpr bool converts_eight<Arch> = real<Arch>::lanes == 8;

/// Of 32 bytes, four pixels in each half, the first of which begin at bytes `low` and `high` of the halves.
template <class Arch>
[[gnu::always_inline]] inline auto eight_levels(__m256i v, int low, int high) -> pixels<Arch, 3>
{
    constexpr auto at = place<Arch, 3>;
    __m256i const first = _mm256_setr_epi32(at(0) + low, at(1) + low, at(2) + low, at(3) + low, //
                                            at(0) + high, at(1) + high, at(2) + high, at(3) + high);
    pixels<Arch, 3> p;
    for_channels<Arch, 3>([&](auto c) {
        __m256i const of_channel = _mm256_add_epi32(first, _mm256_set1_epi32(c));
        p[c] = typename real<Arch>::values(_mm256_cvtepi32_ps(_mm256_shuffle_epi8(v, of_channel)));
    });
    return p;
}
#endif

} // namespace detail

/// As many pixels of three bytes as there are lanes, as whole numbers. Reads those and nothing beyond.
template <class Arch>
[[gnu::always_inline]] inline auto load_levels(std::uint8_t const* from) -> pixels<Arch, 3>
{
#if XSIMD_WITH_AVX2
    if constexpr (detail::converts_eight<Arch>) {
        auto const half = [&](int byte) {
            return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + byte));
        };
        return detail::eight_levels<Arch>(
            _mm256_inserti128_si256(_mm256_castsi128_si256(half(0)), half(8), 1), 0, 4);
    } else
#endif
    {
        auto p = load_pixels<Arch, 3>(from);
        for_channels<Arch, 3>([&](auto c) { p[c] = p[c] * 256.f; });
        return p;
    }
}

/// As many bytes as there are lanes, as whole numbers. Reads those and nothing beyond.
template <class Arch>
[[gnu::always_inline]] inline auto load_level_plane(std::uint8_t const* from) -> real<Arch>
{
#if XSIMD_WITH_AVX2
    if constexpr (detail::converts_eight<Arch>) {
        __m128i const eight = _mm_loadl_epi64(reinterpret_cast<__m128i const*>(from));
        return typename real<Arch>::values(_mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(eight)));
    } else
#endif
        return load_pixels<Arch, 1>(from)[0] * 256.f;
}

/// Bytes before and behind its pixels that load_levels_amid may read.
inline constexpr int levels_margin = 4;

/// The same amid other pixels, where their bytes may be read, too: a load where two were put together.
template <class Arch>
[[gnu::always_inline]] inline auto load_levels_amid(std::uint8_t const* from) -> pixels<Arch, 3>
{
#if XSIMD_WITH_AVX2
    if constexpr (detail::converts_eight<Arch>)
        return detail::eight_levels<Arch>(
            _mm256_loadu_si256(reinterpret_cast<__m256i const*>(from - levels_margin)), levels_margin, 0);
    else
#endif
        return load_levels<Arch>(from);
}

} // namespace husk::simd
