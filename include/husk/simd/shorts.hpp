// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/madd.hpp>
#include <husk/simd/real.hpp>

#include <array>
#include <cstring>

namespace husk::simd {

namespace detail {

template <class Arch>
using shorts_of = batch<std::int16_t, Arch>;
template <class Arch>
using ints_of = batch<std::int32_t, Arch>;

// Bytes to 16 bits and back; two registers to pairs of their lanes and back, in any order that both know.
#if XSIMD_WITH_SSE2
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<__m128i const*>(from)), _mm_setzero_si128());
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::sse2)
{
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(v, v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::sse2) -> std::array<shorts_of<Arch>, 2>
{
    return {_mm_unpacklo_epi16(a, b), _mm_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::avx2)
{
    __m128i const low = _mm256_castsi256_si128(v), high = _mm256_extracti128_si256(v, 1);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(low, high));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx2) -> std::array<shorts_of<Arch>, 2>
{
    return {_mm256_unpacklo_epi16(a, b), _mm256_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_cvtepu8_epi16(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::avx512bw)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi16_epi8(v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx512bw)
    -> std::array<shorts_of<Arch>, 2>
{
    return {_mm512_unpacklo_epi16(a, b), _mm512_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::neon64) -> shorts_of<Arch>
{
    return vreinterpretq_s16_u16(vmovl_u8(vld1_u8(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::neon64)
{
    vst1_u8(to, vqmovun_s16(v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::neon64)
    -> std::array<shorts_of<Arch>, 2>
{
    return {vzip1q_s16(a, b), vzip2q_s16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::neon64) -> shorts_of<Arch>
{
    return vcombine_s16(vmovn_s32(a), vmovn_s32(b));
}
#endif

} // namespace detail

/// Several 8-bit levels, or small sums of them, in lanes of 16 bits; a single one where Arch is `scalar`.
template <class Arch>
struct shorts {
    static constexpr bool is_scalar = real<Arch>::is_scalar;
    static constexpr int lanes = is_scalar ? 1 : 2 * real<Arch>::lanes;
    using values = typename std::conditional_t<is_scalar, std::type_identity<std::int16_t>,
                                               std::type_identity<batch<std::int16_t, Arch>>>::type;

    values value;

    static auto none() -> shorts { return all(0); }
    static auto all(std::int16_t n) -> shorts { return {values(n)}; }
    static auto load(std::uint8_t const* from) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(*from)};
        else return {detail::widened<Arch>(from, Arch{})};
    }
    static auto load(std::int16_t const* from) -> shorts
    {
        if constexpr (is_scalar) return {*from};
        else return {values::load_unaligned(from)};
    }
    void store(std::uint8_t* to) const
    {
        if constexpr (is_scalar) *to = static_cast<std::uint8_t>(value);
        else detail::narrowed<Arch>(value, to, Arch{});
    }
    void store(std::int16_t* to) const
    {
        if constexpr (is_scalar) *to = value;
        else value.store_unaligned(to);
    }
    friend auto operator+(shorts a, shorts b) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(a.value + b.value)};
        else return {a.value + b.value};
    }
    friend auto operator-(shorts a, shorts b) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(a.value - b.value)};
        else return {a.value - b.value};
    }
    friend auto operator&(shorts a, shorts b) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(a.value & b.value)};
        else return {a.value & b.value};
    }
};

} // namespace husk::simd
