// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>

namespace husk::simd {

namespace detail {

template <class Arch>
using ushorts_of = batch<std::uint16_t, Arch>;

#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto upper_half(ushorts_of<Arch> const& a, ushorts_of<Arch> const& b,
                                              xsimd::sse2) -> ushorts_of<Arch>
{
    return _mm_mulhi_epu16(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto upper_half(ushorts_of<Arch> const& a, ushorts_of<Arch> const& b,
                                              xsimd::avx2) -> ushorts_of<Arch>
{
    return _mm256_mulhi_epu16(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto upper_half(ushorts_of<Arch> const& a, ushorts_of<Arch> const& b,
                                              xsimd::avx512bw) -> ushorts_of<Arch>
{
    return _mm512_mulhi_epu16(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto upper_half(ushorts_of<Arch> const& a, ushorts_of<Arch> const& b,
                                              xsimd::neon64) -> ushorts_of<Arch>
{
    uint16x8_t const x = a, y = b;
    return vuzp2q_u16(vreinterpretq_u16_u32(vmull_u16(vget_low_u16(x), vget_low_u16(y))),
                      vreinterpretq_u16_u32(vmull_high_u16(x, y)));
}
#endif

} // namespace detail

/// Several fractions n / 2^16 side by side, as many as shorts<Arch> has numbers; what overflows is cut off.
template <class Arch>
struct ushorts {
    static constexpr bool is_scalar = shorts<Arch>::is_scalar;
    static constexpr int lanes = shorts<Arch>::lanes;
    using values = typename std::conditional_t<is_scalar, std::type_identity<std::uint16_t>,
                                               std::type_identity<batch<std::uint16_t, Arch>>>::type;

    values value;

    static auto all(std::uint16_t n) -> ushorts { return {values(n)}; }
    static auto load(std::uint16_t const* from) -> ushorts
    {
        if constexpr (is_scalar) return {*from};
        else return {values::load_unaligned(from)};
    }
    void store(std::uint16_t* to) const
    {
        if constexpr (is_scalar) *to = value;
        else value.store_unaligned(to);
    }

    /// From bytes, each times 2^Bits, and back to them, rounded down.
    template <int Bits>
    static auto load_bytes(std::uint8_t const* from) -> ushorts
    {
        auto const v = shorts<Arch>::load(from).value;
        if constexpr (is_scalar) return {static_cast<std::uint16_t>(v << Bits)};
        else return {bit_cast<std::uint16_t>(v) << Bits};
    }
    template <int Bits>
    void store_bytes(std::uint8_t* to) const
    {
        if constexpr (is_scalar) *to = static_cast<std::uint8_t>(value >> Bits);
        else shorts<Arch>{bit_cast<std::int16_t>(value >> Bits)}.store(to);
    }

    /// The upper byte of each.
    auto upper() const -> ushorts
    {
        if constexpr (is_scalar) return {static_cast<std::uint16_t>(value >> 8)};
        else return {value >> 8};
    }

    friend auto operator+(ushorts a, ushorts b) -> ushorts
    {
        if constexpr (is_scalar) return {static_cast<std::uint16_t>(a.value + b.value)};
        else return {a.value + b.value};
    }
    friend auto operator&(ushorts a, ushorts b) -> ushorts
    {
        if constexpr (is_scalar) return {static_cast<std::uint16_t>(a.value & b.value)};
        else return {a.value & b.value};
    }
    /// The product of two fractions, rounded down.
    friend auto operator*(ushorts a, ushorts b) -> ushorts
    {
        if constexpr (is_scalar) return {static_cast<std::uint16_t>(std::uint32_t{a.value} * b.value >> 16)};
        else return {detail::upper_half<Arch>(a.value, b.value, Arch{})};
    }
};

} // namespace husk::simd
