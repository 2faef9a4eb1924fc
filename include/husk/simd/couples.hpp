// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/madd.hpp>

#include <bit>
#include <concepts>
#include <cstdint>

namespace husk::simd {

namespace detail {

/// How couples are held: in a register, or one alone.
template <class Arch>
struct couple_lanes {
    using halves = batch<std::int16_t, Arch>;
    using sums = batch<std::int32_t, Arch>;
    static constexpr int count = static_cast<int>(sums::size);
};
template <>
struct couple_lanes<scalar> {
    using halves = std::uint32_t;
    using sums = std::uint32_t;
    static constexpr int count = 1;
};

} // namespace detail

/// Two 16-bit numbers in each 32-bit lane, and as many lanes as a register has. Sums keep their lowest 32
/// bits.
template <class Arch>
struct couples {
    using unit = std::uint32_t; ///< a lane in memory
    using sums = typename detail::couple_lanes<Arch>::sums;
    static constexpr int lanes = detail::couple_lanes<Arch>::count;
    static constexpr bool is_scalar = std::same_as<Arch, scalar>;

    typename detail::couple_lanes<Arch>::halves value;

    static auto load(unit const* from) -> couples
    {
        if constexpr (is_scalar) return {*from};
        else return {bit_cast<std::int16_t>(batch<unit, Arch>::load_unaligned(from))};
    }
    static auto fill(unit u) -> couples
    {
        if constexpr (is_scalar) return {u};
        else return {bit_cast<std::int16_t>(sums(static_cast<std::int32_t>(u)))};
    }
    friend auto operator&(couples a, couples b) -> couples { return {a.value & b.value}; }

    static auto none() -> sums
    {
        if constexpr (is_scalar) return 0;
        else return sums(std::int32_t{0});
    }
    static void store(sums s, unit* to)
    {
        if constexpr (is_scalar) *to = s;
        else bit_cast<unit>(s).store_unaligned(to);
    }
    /// Of each lane a[0] b[0] + a[1] b[1].
    static auto products(couples a, couples b) -> sums
    {
        if constexpr (is_scalar) {
            auto const low = [](unit u) { return std::int32_t{static_cast<std::int16_t>(u & 0xffff)}; };
            return static_cast<unit>(low(a.value) * low(b.value)) +
                   static_cast<unit>(low(a.value >> 16) * low(b.value >> 16));
        } else return madd<Arch>(a.value, b.value);
    }
    /// Of each lane (a[0] - b[0])^2 + (a[1] - b[1])^2, where the differences fit 16 bits.
    static auto squares(couples a, couples b) -> sums
    {
        if constexpr (is_scalar) {
            auto const low = [](unit u) { return std::int32_t{static_cast<std::int16_t>(u & 0xffff)}; };
            auto const d = low(a.value) - low(b.value), e = low(a.value >> 16) - low(b.value >> 16);
            return static_cast<unit>(d * d) + static_cast<unit>(e * e);
        } else {
            auto const d = a.value - b.value;
            return madd<Arch>(d, d);
        }
    }
};

} // namespace husk::simd
