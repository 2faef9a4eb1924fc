// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v, scalar) -> batch<std::int16_t, Arch>
{
    auto const pairs = bit_cast<std::uint16_t>(v);
    return bit_cast<std::int16_t>((pairs & batch<std::uint16_t, Arch>(std::uint16_t{255})) + (pairs >> 8));
}

#if XSIMD_WITH_SSSE3
template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v, xsimd::ssse3) -> batch<std::int16_t, Arch>
{
    return _mm_maddubs_epi16(v, _mm_set1_epi8(1));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v, xsimd::avx2) -> batch<std::int16_t, Arch>
{
    return _mm256_maddubs_epi16(v, _mm256_set1_epi8(1));
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v, xsimd::avx512bw) -> batch<std::int16_t, Arch>
{
    return _mm512_maddubs_epi16(v, _mm512_set1_epi8(1));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v, xsimd::neon64) -> batch<std::int16_t, Arch>
{
    return vreinterpretq_s16_u16(vpaddlq_u8(v));
}
#endif

} // namespace detail

/// The sums of neighbouring bytes: v[0] + v[1], v[2] + v[3], ...
template <class Arch>
auto pair_sums(batch<std::uint8_t, Arch> const& v) -> batch<std::int16_t, Arch>
{
    return detail::pair_sums<Arch>(v, Arch{});
}

} // namespace husk::simd
