// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
void four_sums(batch<std::int32_t, Arch> const* of, std::int32_t* to, scalar)
{
    for (int i = 0; i < 4; ++i) to[i] = sum(of[i]);
}

#if XSIMD_WITH_SSE2
template <class Arch>
void four_sums(batch<std::int32_t, Arch> const* of, std::int32_t* to, xsimd::sse2)
{
    __m128i const a = of[0], b = of[1], c = of[2], d = of[3],
                  ab = _mm_add_epi32(_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b)),
                  cd = _mm_add_epi32(_mm_unpacklo_epi32(c, d), _mm_unpackhi_epi32(c, d));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                     _mm_add_epi32(_mm_unpacklo_epi64(ab, cd), _mm_unpackhi_epi64(ab, cd)));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
void four_sums(batch<std::int32_t, Arch> const* of, std::int32_t* to, xsimd::avx2)
{
    __m256i const a = of[0], b = of[1], c = of[2], d = of[3],
                  ab = _mm256_add_epi32(_mm256_unpacklo_epi32(a, b), _mm256_unpackhi_epi32(a, b)),
                  cd = _mm256_add_epi32(_mm256_unpacklo_epi32(c, d), _mm256_unpackhi_epi32(c, d)),
                  all = _mm256_add_epi32(_mm256_unpacklo_epi64(ab, cd), _mm256_unpackhi_epi64(ab, cd));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                     _mm_add_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1)));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
void four_sums(batch<std::int32_t, Arch> const* of, std::int32_t* to, xsimd::neon64)
{
    vst1q_s32(to, vpaddq_s32(vpaddq_s32(of[0], of[1]), vpaddq_s32(of[2], of[3])));
}
#endif

} // namespace detail

/// The sums of the lanes of four registers, one after the other.
template <class Arch>
void four_sums(batch<std::int32_t, Arch> const* of, std::int32_t* to)
{
    detail::four_sums<Arch>(of, to, Arch{});
}

} // namespace husk::simd
