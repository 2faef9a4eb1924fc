// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/words.hpp>

#include <limits>

namespace husk::simd {

namespace detail {

template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit, scalar) -> unsigned
{
    unsigned bits = 0;
    for (int i = 0; i < words<Arch>::lanes; ++i) bits |= (values[i] <= limit ? 1u : 0u) << i;
    return bits;
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit, xsimd::sse2) -> unsigned
{
    __m128i const signs = _mm_set1_epi32(std::numeric_limits<int>::min()); // it compares signed numbers only
    __m128i const v = _mm_loadu_si128(reinterpret_cast<__m128i const*>(values));
    __m128i const more = _mm_cmpgt_epi32(_mm_xor_si128(v, signs),
                                         _mm_xor_si128(_mm_set1_epi32(static_cast<int>(limit)), signs));
    return static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(more))) ^ 0xfu;
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit, xsimd::avx2) -> unsigned
{
    __m256i const v = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(values));
    __m256i const least = _mm256_min_epu32(v, _mm256_set1_epi32(static_cast<int>(limit)));
    return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(least, v))));
}
#endif
#if XSIMD_WITH_AVX512F
template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit, xsimd::avx512f) -> unsigned
{
    return _mm512_cmple_epu32_mask(_mm512_loadu_si512(values), _mm512_set1_epi32(static_cast<int>(limit)));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit, xsimd::neon64) -> unsigned
{
    static constexpr std::uint32_t bit[4]{1, 2, 4, 8};
    return vaddvq_u32(vandq_u32(vcleq_u32(vld1q_u32(values), vdupq_n_u32(limit)), vld1q_u32(bit)));
}
#endif

} // namespace detail

/// Which of as many numbers as a register has words are at most `limit`: the first in the lowest bit.
template <class Arch>
auto at_most(std::uint32_t const* values, std::uint32_t limit) -> unsigned
{
    return detail::at_most<Arch>(values, limit, Arch{});
}

} // namespace husk::simd
