// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/lesser.hpp>
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
template <class Arch>
[[gnu::always_inline]] inline auto all_shorts(int n) -> shorts<Arch>
{
    return {typename shorts<Arch>::values(static_cast<std::int16_t>(n))};
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

} // namespace husk::simd
