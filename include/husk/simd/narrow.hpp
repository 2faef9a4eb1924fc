// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b, scalar)
    -> batch<std::int16_t, Arch>
{
    constexpr auto n = lanes<std::int32_t, Arch>;
    alignas(64) std::int32_t wide[2 * n];
    alignas(64) std::int16_t half[2 * n];
    a.store_aligned(wide);
    b.store_aligned(wide + n);
    for (std::size_t i = 0; i < 2 * n; ++i) half[i] = static_cast<std::int16_t>(wide[i]);
    return batch<std::int16_t, Arch>::load_aligned(half);
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b, xsimd::sse2)
    -> batch<std::int16_t, Arch>
{
    return _mm_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b, xsimd::avx2)
    -> batch<std::int16_t, Arch>
{
    return _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xD8);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b, xsimd::avx512bw)
    -> batch<std::int16_t, Arch>
{
    return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi32_epi16(a)), _mm512_cvtepi32_epi16(b), 1);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b, xsimd::neon64)
    -> batch<std::int16_t, Arch>
{
    int32x4_t const x = a, y = b;
    return vmovn_high_s32(vmovn_s32(x), y);
}
#endif

} // namespace detail

/// The lanes of a, then those of b, which must fit 16 bits.
template <class Arch>
auto narrow(batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b)
    -> batch<std::int16_t, Arch>
{
    return detail::narrow<Arch>(a, b, Arch{});
}

} // namespace husk::simd
