// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/ushorts.hpp>

#include <algorithm>

namespace husk::simd {

namespace detail {

// Of the bytes of two registers the first halves go to one, interleaved, and the others to another; AVX takes
// halves of 128 bits each, but both ways agree.
#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto raised(ushorts_of<Arch> const& above, ushorts_of<Arch> const& below,
                                          xsimd::sse2) -> std::array<ushorts<Arch>, 2>
{
    return {{{_mm_unpacklo_epi8(below, above)}, {_mm_unpackhi_epi8(below, above)}}};
}
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto lowered(std::array<ushorts<Arch>, 2> const& v, xsimd::sse2)
    -> batch<std::uint8_t, Arch>
{
    auto const a = _mm_srai_epi16(v[0].value, Bits), b = _mm_srai_epi16(v[1].value, Bits);
    return _mm_packus_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto raised(ushorts_of<Arch> const& above, ushorts_of<Arch> const& below,
                                          xsimd::avx2) -> std::array<ushorts<Arch>, 2>
{
    return {{{_mm256_unpacklo_epi8(below, above)}, {_mm256_unpackhi_epi8(below, above)}}};
}
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto lowered(std::array<ushorts<Arch>, 2> const& v, xsimd::avx2)
    -> batch<std::uint8_t, Arch>
{
    auto const a = _mm256_srai_epi16(v[0].value, Bits), b = _mm256_srai_epi16(v[1].value, Bits);
    return _mm256_packus_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto raised(ushorts_of<Arch> const& above, ushorts_of<Arch> const& below,
                                          xsimd::avx512bw) -> std::array<ushorts<Arch>, 2>
{
    return {{{_mm512_unpacklo_epi8(below, above)}, {_mm512_unpackhi_epi8(below, above)}}};
}
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto lowered(std::array<ushorts<Arch>, 2> const& v, xsimd::avx512bw)
    -> batch<std::uint8_t, Arch>
{
    auto const a = _mm512_srai_epi16(v[0].value, Bits), b = _mm512_srai_epi16(v[1].value, Bits);
    return _mm512_packus_epi16(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto raised(ushorts_of<Arch> const& above, ushorts_of<Arch> const& below,
                                          xsimd::neon64) -> std::array<ushorts<Arch>, 2>
{
    auto const a = vreinterpretq_u8_u16(above), b = vreinterpretq_u8_u16(below);
    return {{{vreinterpretq_u16_u8(vzip1q_u8(b, a))}, {vreinterpretq_u16_u8(vzip2q_u8(b, a))}}};
}
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto lowered(std::array<ushorts<Arch>, 2> const& v, xsimd::neon64)
    -> batch<std::uint8_t, Arch>
{
    auto const half = [](uint16x8_t n) { return vqmovun_s16(vreinterpretq_s16_u16(n) >> Bits); };
    return vcombine_u8(half(v[0].value), half(v[1].value));
}
#endif

} // namespace detail

/// Bytes as they lie, two in a lane, the first in its lower half.
template <class Arch>
auto load_byte_pairs(std::uint8_t const* from) -> ushorts<Arch>
{
    if constexpr (ushorts<Arch>::is_scalar) return {static_cast<std::uint16_t>(from[0] | from[1] << 8)};
    else return {bit_cast<std::uint16_t>(batch<std::uint8_t, Arch>::load_unaligned(from))};
}

/// Pairs of bytes taken apart: each as the upper half of a lane whose lower is the byte of `below` in the
/// same place. They stand in an order that store_lowered knows.
template <class Arch>
[[gnu::always_inline]] inline auto raised(ushorts<Arch> above, ushorts<Arch> below)
    -> std::array<ushorts<Arch>, 2>
{
    if constexpr (ushorts<Arch>::is_scalar)
        return {{{static_cast<std::uint16_t>(above.value << 8 | (below.value & 255))},
                 {static_cast<std::uint16_t>((above.value & 0xff00) | below.value >> 8)}}};
    else return detail::raised<Arch>(above.value, below.value, Arch{});
}

/// Numbers with a sign / 2^Bits, rounded down and stopped at 0 and 255, as bytes.
template <int Bits, class Arch>
void store_lowered(std::array<ushorts<Arch>, 2> const& v, std::uint8_t* to)
{
    if constexpr (ushorts<Arch>::is_scalar)
        for (std::size_t i = 0; i < v.size(); ++i)
            to[i] =
                static_cast<std::uint8_t>(std::clamp(static_cast<std::int16_t>(v[i].value) >> Bits, 0, 255));
    else detail::lowered<Bits, Arch>(v, Arch{}).store_unaligned(to);
}

} // namespace husk::simd
