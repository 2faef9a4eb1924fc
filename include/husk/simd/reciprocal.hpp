// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/divisor.hpp>

namespace husk::simd {

/// Whether to multiply with a reciprocal is a way to divide.
template <class Arch>
inline constexpr bool has_reciprocals = detail::fuses<Arch>;

/// 1 / n as a sum of two floats. A product with it is a quotient by n to the last bit, nearly always: where
/// the numbers to be divided are few, that can be seen, and then a divisor does one operation more.
struct reciprocal {
    float high, low;

    template <class Arch>
    static auto of(float n) -> reciprocal
    {
        float const high = 1 / n;
        return {high, static_cast<float>((1 - double{n} * double{high}) / double{n})};
    }

    template <class Arch>
        requires has_reciprocals<Arch>
    friend auto operator*(real<Arch> a, reciprocal const& r) -> real<Arch>
    {
        using values = typename real<Arch>::values;
        return xsimd::fma(a.value, values(r.high), a.value * values(r.low));
    }
    friend auto operator==(reciprocal const&, reciprocal const&) -> bool = default;
};

} // namespace husk::simd
