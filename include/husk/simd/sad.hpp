// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

// Exact, as the difference that would be negative saturates to nothing.
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, scalar)
    -> batch<std::uint8_t, Arch>
{
    return xsimd::ssub(a, b) | xsimd::ssub(b, a);
}

// Either may stay in memory.
#if XSIMD_WITH_SSE2
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::sse2)
    -> batch<std::uint8_t, Arch>
{
    return _mm_sub_epi8(_mm_max_epu8(a, b), _mm_min_epu8(a, b));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::avx2)
    -> batch<std::uint8_t, Arch>
{
    return _mm256_sub_epi8(_mm256_max_epu8(a, b), _mm256_min_epu8(a, b));
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b,
                         xsimd::avx512bw) -> batch<std::uint8_t, Arch>
{
    return _mm512_sub_epi8(_mm512_max_epu8(a, b), _mm512_min_epu8(a, b));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b,
                         xsimd::neon64) -> batch<std::uint8_t, Arch>
{
    return vabdq_u8(a, b);
}
#endif

} // namespace detail

/// |a - b| in every lane.
template <class Arch>
auto absolute_difference(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b)
    -> batch<std::uint8_t, Arch>
{
    return detail::absolute_difference<Arch>(a, b, Arch{});
}

namespace detail {

template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, scalar) -> std::uint32_t
{
    constexpr auto n = lanes<std::uint8_t, Arch>;
    alignas(64) std::uint8_t d[n];
    simd::absolute_difference<Arch>(a, b).store_aligned(d);
    std::uint32_t s = 0;
    for (std::size_t i = 0; i < n; ++i) s += d[i];
    return s;
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::sse2) -> std::uint32_t
{
    __m128i const s = _mm_sad_epu8(a, b);
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(s) + _mm_extract_epi16(s, 4));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::avx2) -> std::uint32_t
{
    __m256i const s = _mm256_sad_epu8(a, b);
    __m128i const t = _mm_add_epi64(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(t) + _mm_extract_epi16(t, 4));
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::avx512bw)
    -> std::uint32_t
{
    return static_cast<std::uint32_t>(_mm512_reduce_add_epi64(_mm512_sad_epu8(a, b)));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b, xsimd::neon64)
    -> std::uint32_t
{
    return vaddlvq_u8(vabdq_u8(a, b));
}
#endif

} // namespace detail

/// The sum over all lanes of |a - b|.
template <class Arch>
auto sad(batch<std::uint8_t, Arch> const& a, batch<std::uint8_t, Arch> const& b) -> std::uint32_t
{
    return detail::sad<Arch>(a, b, Arch{});
}

} // namespace husk::simd
