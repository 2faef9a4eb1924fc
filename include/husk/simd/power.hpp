// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <bit>
#include <cstdint>

namespace husk::simd {

namespace detail {

/// The bits of floats as integers, and back.
template <class Arch>
auto bits_of(real<Arch> v)
{
    if constexpr (real<Arch>::is_scalar) return std::bit_cast<std::int32_t>(v.value);
    else return bit_cast<std::int32_t>(v.value);
}
template <class Arch, class Bits>
auto from_bits(Bits b) -> real<Arch>
{
    if constexpr (real<Arch>::is_scalar) return std::bit_cast<float>(b);
    else return bit_cast<float>(b);
}
template <class Arch, class Bits>
auto to_real(Bits whole) -> real<Arch>
{
    if constexpr (real<Arch>::is_scalar) return static_cast<float>(whole);
    else return xsimd::to_float(whole);
}
template <class Arch>
auto to_whole(real<Arch> v)
{
    if constexpr (real<Arch>::is_scalar) return static_cast<std::int32_t>(v.value);
    else return xsimd::to_int(v.value);
}

/// 2^t for t = whole + rest, |rest| < .6, as far as it is a normal number; else 0. `whole` is at most 127.
template <class Arch>
auto power_of_two(real<Arch> whole, real<Arch> rest) -> real<Arch>
{
    using V = real<Arch>;
    V const x = rest * .69314718f;
    // The series of e^x.
    V e = x * (1 / 5040.f) + 1 / 720.f;
    for (float const c : {1 / 120.f, 1 / 24.f, 1 / 6.f, .5f}) e = e * x + c;
    e = (e * x) * x + x + 1.f;
    auto const exponent = to_whole(most(whole, V(-127.f))) + 127;
    return e * from_bits<Arch>(exponent << 23);
}

} // namespace detail

/// x to the power of y for x in [0, 1] and y in [0, 8], within 1e-6 of itself as long as that is more than
/// 1e-37, below which x and the power count as 0. The powers of 1 and the power 0 are exact. The same on
/// every machine, like all of real.
template <class Arch>
auto power(real<Arch> x, float y) -> real<Arch>
{
    using V = real<Arch>;
    // x = m 2^n with m about 1, in [sqrt(1/2), sqrt(2)).
    constexpr std::int32_t half_root = 0x3f3504f3;
    auto const bits = detail::bits_of(x);
    auto const n = (bits - half_root) >> 23;
    V const m = detail::from_bits<Arch>(bits - (n << 23));
    V const exponent = detail::to_real<Arch>(n);
    // log2(m), by the series of the inverse hyperbolic tangent: 2 / (k log(2)).
    V const s = (m - 1.f) / (m + 1.f), square = s * s;
    V series = square * (2.88539008f / 9) + 2.88539008f / 7;
    for (float const c : {2.88539008f / 5, 2.88539008f / 3}) series = series * square + c;
    V const log = s * 2.88539008f + (series * square) * s;
    // y log2(x), as a whole number and a rest. The upper half of y times n is exact.
    float const upper = std::bit_cast<float>(std::bit_cast<std::int32_t>(y) & ~0xff), lower = y - upper;
    V const large = exponent * upper, small = log * y + exponent * lower;
    V const whole = nearest(large + small);
    V const result = detail::power_of_two(whole, (large - whole) + small);
    return choose(x < V(0x1p-126f), V(y == 0 ? 1.f : 0.f), result);
}

} // namespace husk::simd
