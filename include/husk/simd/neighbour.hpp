// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

/// Lane i of each eight becomes lane i - By, or zero where there is none.
template <int By, class Arch>
auto neighbour(batch<std::int16_t, Arch> const& v, scalar) -> batch<std::int16_t, Arch>
{
    constexpr auto n = lanes<std::int16_t, Arch>;
    alignas(64) std::int16_t in[n], out[n];
    v.store_aligned(in);
    for (std::size_t i = 0; i < n; ++i) {
        int const j = static_cast<int>(i % 8) - By;
        out[i] = j >= 0 && j < 8 ? in[static_cast<std::size_t>(static_cast<int>(i) - By)] : std::int16_t{0};
    }
    return batch<std::int16_t, Arch>::load_aligned(out);
}

#if XSIMD_WITH_SSE2
template <int By, class Arch>
auto neighbour(batch<std::int16_t, Arch> const& v, xsimd::sse2) -> batch<std::int16_t, Arch>
{
    if constexpr (By > 0) return _mm_slli_si128(v, 2);
    else return _mm_srli_si128(v, 2);
}
#endif
#if XSIMD_WITH_AVX2
template <int By, class Arch>
auto neighbour(batch<std::int16_t, Arch> const& v, xsimd::avx2) -> batch<std::int16_t, Arch>
{
    if constexpr (By > 0) return _mm256_slli_si256(v, 2);
    else return _mm256_srli_si256(v, 2);
}
#endif
#if XSIMD_WITH_AVX512BW
template <int By, class Arch>
auto neighbour(batch<std::int16_t, Arch> const& v, xsimd::avx512bw) -> batch<std::int16_t, Arch>
{
    if constexpr (By > 0) return _mm512_bslli_epi128(v, 2);
    else return _mm512_bsrli_epi128(v, 2);
}
#endif
#if XSIMD_WITH_NEON64
template <int By, class Arch>
auto neighbour(batch<std::int16_t, Arch> const& v, xsimd::neon64) -> batch<std::int16_t, Arch>
{
    if constexpr (By > 0) return vextq_s16(vdupq_n_s16(0), v, 7);
    else return vextq_s16(v, vdupq_n_s16(0), 1);
}
#endif

} // namespace detail

/// In every eight lanes, each one's left neighbour; 0 where there is none.
template <class Arch>
auto left_neighbour(batch<std::int16_t, Arch> const& v) -> batch<std::int16_t, Arch>
{
    return detail::neighbour<1>(v, Arch{});
}

/// In every eight lanes, each one's right neighbour; 0 where there is none.
template <class Arch>
auto right_neighbour(batch<std::int16_t, Arch> const& v) -> batch<std::int16_t, Arch>
{
    return detail::neighbour<-1>(v, Arch{});
}

} // namespace husk::simd
