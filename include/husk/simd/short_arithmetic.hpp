// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/kept.hpp>
#include <husk/simd/lesser.hpp>
#include <husk/simd/sixteens.hpp>
#include <husk/simd/ushorts.hpp>

// Arithmetic on lanes of 16 bits with a sign; what overflows is cut off.

namespace husk::simd {

namespace detail {

/// f of the numbers, whole registers or single ones, as shorts.
template <class Arch, class F>
[[gnu::always_inline]] inline auto as_shorts(F f, shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    return {static_cast<typename shorts<Arch>::values>(f(a.value, b.value))};
}

// xsimd's product is a function that g++ does not always inline.
#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto lower_half(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::sse2)
    -> shorts_of<Arch>
{
    return _mm_mullo_epi16(a, kept(b)); // of a number that it knows g++ makes sums and shifts: longer
}
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto rounded_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b,
                                                   xsimd::sse2) -> shorts_of<Arch>
{
    __m128i halves;
    if constexpr (Bits <= 13) halves = _mm_mulhi_epi16(_mm_slli_epi16(a, 2), b);
    else
        halves =
            _mm_or_si128(_mm_slli_epi16(_mm_mulhi_epi16(a, b), 2), _mm_srli_epi16(_mm_mullo_epi16(a, b), 14));
    return _mm_srai_epi16(_mm_add_epi16(halves, _mm_set1_epi16(1)), 1);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto lower_half(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx2)
    -> shorts_of<Arch>
{
    return _mm256_mullo_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto lower_half(shorts_of<Arch> const& a, shorts_of<Arch> const& b,
                                              xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_mullo_epi16(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto lower_half(shorts_of<Arch> const& a, shorts_of<Arch> const& b,
                                              xsimd::neon64) -> shorts_of<Arch>
{
    return vmulq_s16(a, b);
}
template <int, class Arch>
[[gnu::always_inline]] inline auto rounded_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b,
                                                   xsimd::neon64) -> shorts_of<Arch>
{
    return vqrdmulhq_s16(a, b);
}
#endif

} // namespace detail

template <class Arch>
[[gnu::always_inline]] inline auto operator-(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    return detail::as_shorts([](auto const& x, auto const& y) { return x - y; }, a, b);
}
template <class Arch>
[[gnu::always_inline]] inline auto operator&(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    return detail::as_shorts([](auto const& x, auto const& y) { return x & y; }, a, b);
}
template <class Arch>
[[gnu::always_inline]] inline auto operator^(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    return detail::as_shorts([](auto const& x, auto const& y) { return x ^ y; }, a, b);
}
template <class Arch>
[[gnu::always_inline]] inline auto all_shorts(int n) -> shorts<Arch>
{
    return {typename shorts<Arch>::values(static_cast<std::int16_t>(n))};
}
/// The lower 16 bits of a product.
template <class Arch>
[[gnu::always_inline]] inline auto operator*(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    if constexpr (shorts<Arch>::is_scalar) return {static_cast<std::int16_t>(a.value * b.value)};
    else return {detail::lower_half<Arch>(a.value, b.value, Arch{})};
}
template <class Arch>
[[gnu::always_inline]] inline auto operator*(shorts<Arch> a, int b) -> shorts<Arch>
{
    return a * all_shorts<Arch>(b);
}
/// Times 2^bits.
template <class Arch>
[[gnu::always_inline]] inline auto operator<<(shorts<Arch> a, int bits) -> shorts<Arch>
{
    return {static_cast<typename shorts<Arch>::values>(a.value << bits)};
}
/// Over 2^bits, rounded down.
template <class Arch>
[[gnu::always_inline]] inline auto operator>>(shorts<Arch> a, int bits) -> shorts<Arch>
{
    return {static_cast<typename shorts<Arch>::values>(a.value >> bits)};
}
template <class Arch>
[[gnu::always_inline]] inline auto lesser(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    if constexpr (shorts<Arch>::is_scalar) return a.value < b.value ? a : b;
    else return {lesser<Arch>(a.value, b.value)};
}
template <class Arch>
[[gnu::always_inline]] inline auto greater(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    if constexpr (shorts<Arch>::is_scalar) return a.value < b.value ? b : a;
    else return {greater<Arch>(a.value, b.value)};
}
/// a b / 2^16 of numbers without a sign, rounded down.
template <class Arch>
[[gnu::always_inline]] inline auto upper_product(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    if constexpr (shorts<Arch>::is_scalar)
        return {static_cast<std::int16_t>(
            std::uint32_t{static_cast<std::uint16_t>(a.value)} * static_cast<std::uint16_t>(b.value) >> 16)};
    else
        return {bit_cast<std::int16_t>(detail::upper_half<Arch>(bit_cast<std::uint16_t>(a.value),
                                                                bit_cast<std::uint16_t>(b.value), Arch{}))};
}

/// a b / 2^15 of numbers with a sign, halves up, where a is less than 2^Bits; it must be less than 2^14.
template <int Bits = 15, class Arch>
[[gnu::always_inline]] inline auto rounded_product(shorts<Arch> a, shorts<Arch> b) -> shorts<Arch>
{
    if constexpr (shorts<Arch>::is_scalar)
        return {static_cast<std::int16_t>((a.value * b.value + (1 << 14)) >> 15)};
    else if constexpr (detail::has_sixteens<Arch>)
        return {detail::sixteens_of<Arch>::rounded_product(a.value, b.value)};
    else return {detail::rounded_product<Bits, Arch>(a.value, b.value, Arch{})};
}
/// Over 2^Bits, halves up; less than half of that from the largest number.
template <int Bits, class Arch>
[[gnu::always_inline]] inline auto rounded(shorts<Arch> a) -> shorts<Arch>
{
    if constexpr (detail::has_sixteens<Arch>) return rounded_product(a, all_shorts<Arch>(1 << (15 - Bits)));
    else return (a + all_shorts<Arch>(1 << (Bits - 1))) >> Bits;
}

} // namespace husk::simd
