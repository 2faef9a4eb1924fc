// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b, scalar)
    -> batch<std::int32_t, Arch>
{
    constexpr auto n = lanes<std::int32_t, Arch>;
    alignas(64) std::int16_t x[2 * n], y[2 * n];
    alignas(64) std::int32_t r[n];
    a.store_aligned(x);
    b.store_aligned(y);
    for (std::size_t i = 0; i < n; ++i) r[i] = x[2 * i] * y[2 * i] + x[2 * i + 1] * y[2 * i + 1];
    return batch<std::int32_t, Arch>::load_aligned(r);
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b, xsimd::sse2)
    -> batch<std::int32_t, Arch>
{
    return _mm_madd_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b, xsimd::avx2)
    -> batch<std::int32_t, Arch>
{
    return _mm256_madd_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b, xsimd::avx512bw)
    -> batch<std::int32_t, Arch>
{
    return _mm512_madd_epi16(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b, xsimd::neon64)
    -> batch<std::int32_t, Arch>
{
    int16x8_t const x = a, y = b;
    return vpaddq_s32(vmull_s16(vget_low_s16(x), vget_low_s16(y)), vmull_high_s16(x, y));
}
#endif

} // namespace detail

/// Products of neighbouring lanes, summed in pairs: a[0] b[0] + a[1] b[1], a[2] b[2] + a[3] b[3], ...
/// The sum must fit 32 bits, which it does unless all four factors are -32768.
template <class Arch>
auto madd(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b) -> batch<std::int32_t, Arch>
{
    return detail::madd<Arch>(a, b, Arch{});
}

} // namespace husk::simd
