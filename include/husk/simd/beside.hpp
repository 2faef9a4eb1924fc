// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

namespace husk::simd {

namespace detail {

template <std::size_t K, class Arch>
auto beside(float const* at, real<Arch>, real<Arch>, scalar) -> real<Arch>
{
    return real<Arch>::load(at + K);
}

#if XSIMD_WITH_AVX2
// Every other load that is not aligned costs twice, as it touches two cache lines: shuffling is cheaper.
template <std::size_t K, class Arch>
auto beside(float const*, real<Arch> here, real<Arch> next, xsimd::avx2) -> real<Arch>
{
    if constexpr (K == 8) return next;
    __m256i const a = _mm256_castps_si256(here.value), b = _mm256_castps_si256(next.value);
    __m256i const across =
        _mm256_permute2x128_si256(a, b, 0x21); // the upper half of one, the lower of the other
    __m256i r = across;
    if constexpr (K < 4) r = _mm256_alignr_epi8(across, a, 4 * K);
    if constexpr (K > 4) r = _mm256_alignr_epi8(b, across, 4 * K - 16);
    return typename real<Arch>::values(_mm256_castsi256_ps(r));
}
#endif
#if XSIMD_WITH_AVX512F
template <std::size_t K, class Arch>
auto beside(float const*, real<Arch> here, real<Arch> next, xsimd::avx512f) -> real<Arch>
{
    return typename real<Arch>::values(_mm512_castsi512_ps(
        _mm512_alignr_epi32(_mm512_castps_si512(next.value), _mm512_castps_si512(here.value), K)));
}
#endif

} // namespace detail

/// The floats that begin K, 1 to 8, past `at`, where `here` and `next` are the two registers that lie there.
/// From memory or out of the registers, whichever is cheaper.
template <std::size_t K, class Arch>
auto beside(float const* at, real<Arch> here, real<Arch> next) -> real<Arch>
{
    static_assert(K >= 1 && K <= 8);
    return detail::beside<K>(at, here, next, Arch{});
}

} // namespace husk::simd
