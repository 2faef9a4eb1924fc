// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

namespace husk::simd {

namespace detail {

/// Whether a product and a sum are one instruction that rounds once.
template <class Arch>
inline constexpr bool fuses = false;
#if XSIMD_WITH_FMA3_AVX2
template <>
inline constexpr bool fuses<xsimd::fma3<xsimd::avx2>> = true;
#endif
#if XSIMD_WITH_AVX512F
template <class Arch>
    requires std::is_base_of_v<xsimd::avx512f, Arch>
inline constexpr bool fuses<Arch> = true;
#endif
#if XSIMD_WITH_NEON64
template <>
inline constexpr bool fuses<xsimd::neon64> = true;
#endif

} // namespace detail

/// A number to divide by again and again: faster than division where the machine fuses products with sums,
/// and the same to the last bit (Markstein, "Computation of elementary functions on the IBM RISC System/6000
/// processor", 1990). `fits` says which numbers it can be.
struct divisor {
    float number, inverse;

    template <class Arch>
    static auto of(float n) -> divisor
    {
        return {n, 1 / n};
    }

    /// Far from what would overflow or lose bits, as must be what is divided, unless it is 0.
    template <class Arch>
    static auto fits(float n) -> bool
    {
        return n >= 0x1p-20f && n <= 0x1p20f;
    }

    template <class Arch>
    friend auto operator/(real<Arch> a, divisor const& d) -> real<Arch>
    {
        if constexpr (detail::fuses<Arch>) {
            using values = typename real<Arch>::values;
            values const times(d.inverse), nearly = a.value * times;
            // Not fnma: on NEON xsimd's is a product and a sum, which only some compilers fuse.
            values const lack = xsimd::fma(nearly, values(-d.number), a.value);
            return xsimd::fma(lack, times, nearly);
        } else return a / real<Arch>(d.number);
    }
    friend auto operator==(divisor const&, divisor const&) -> bool = default;
};

} // namespace husk::simd
