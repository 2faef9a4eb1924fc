// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

namespace husk::simd {

namespace detail {

template <class Arch>
auto reversed(real<Arch> v, scalar) -> real<Arch>
{
    return v;
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto reversed(real<Arch> v, xsimd::sse2) -> real<Arch>
{
    return typename real<Arch>::values(_mm_shuffle_ps(v.value, v.value, _MM_SHUFFLE(0, 1, 2, 3)));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto reversed(real<Arch> v, xsimd::avx2) -> real<Arch>
{
    __m256i const order = _mm256_setr_epi32(7, 6, 5, 4, 3, 2, 1, 0);
    return typename real<Arch>::values(_mm256_permutevar8x32_ps(v.value, order));
}
#endif
#if XSIMD_WITH_AVX512F
template <class Arch>
auto reversed(real<Arch> v, xsimd::avx512f) -> real<Arch>
{
    __m512i const order = _mm512_setr_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    return typename real<Arch>::values(_mm512_permutexvar_ps(order, v.value));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto reversed(real<Arch> v, xsimd::neon64) -> real<Arch>
{
    float32x4_t const pairs = vrev64q_f32(v.value);
    return typename real<Arch>::values(vextq_f32(pairs, pairs, 2));
}
#endif

} // namespace detail

/// The last lane first.
template <class Arch>
[[gnu::always_inline]] inline auto reversed(real<Arch> v) -> real<Arch>
{
    return detail::reversed<Arch>(v, Arch{});
}

} // namespace husk::simd
