// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

// SSE2 and AVX-512 have both, which xsimd 8.1 makes of comparisons there, or not at all.

namespace husk::simd {

namespace detail {

template <class Arch>
using short_lanes = batch<std::int16_t, Arch>;

template <class Arch>
auto lesser(short_lanes<Arch> const& a, short_lanes<Arch> const& b, scalar) -> short_lanes<Arch>
{
    return xsimd::min(a, b);
}
template <class Arch>
auto greater(short_lanes<Arch> const& a, short_lanes<Arch> const& b, scalar) -> short_lanes<Arch>
{
    return xsimd::max(a, b);
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto lesser(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::sse2) -> short_lanes<Arch>
{
    return _mm_min_epi16(a, b);
}
template <class Arch>
auto greater(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::sse2) -> short_lanes<Arch>
{
    return _mm_max_epi16(a, b);
}
template <class Arch>
auto lesser(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::avx) -> short_lanes<Arch>
{
    return xsimd::min(a, b);
}
template <class Arch>
auto greater(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::avx) -> short_lanes<Arch>
{
    return xsimd::max(a, b);
}
    #if XSIMD_WITH_AVX512BW
template <class Arch>
auto lesser(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::avx512bw) -> short_lanes<Arch>
{
    return _mm512_min_epi16(a, b);
}
template <class Arch>
auto greater(short_lanes<Arch> const& a, short_lanes<Arch> const& b, xsimd::avx512bw) -> short_lanes<Arch>
{
    return _mm512_max_epi16(a, b);
}
    #endif
#endif

} // namespace detail

/// Of each pair of lanes the lesser.
template <class Arch>
auto lesser(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b)
    -> batch<std::int16_t, Arch>
{
    return detail::lesser<Arch>(a, b, Arch{});
}

/// Of each pair of lanes the greater.
template <class Arch>
auto greater(batch<std::int16_t, Arch> const& a, batch<std::int16_t, Arch> const& b)
    -> batch<std::int16_t, Arch>
{
    return detail::greater<Arch>(a, b, Arch{});
}

} // namespace husk::simd
