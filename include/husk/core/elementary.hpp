// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/product.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

/// Elementary functions that give the same bits with every compiler, flag (but -ffast-math) and machine, and
/// in constant expressions; those of <cmath> do not. They add, multiply and divide doubles, which IEEE 754
/// settles to the last bit, and let no product be fused with a sum. Below dispatch they are called with
/// Arch, like every function there: exp<Arch>(x).
namespace husk::detail {

/// c[0] + c[1] x + c[2] x^2 + ..., by Horner's rule.
template <class Arch = void, std::size_t N>
constexpr auto polynomial(double x, std::array<double, N> const& c) -> double
{
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) sum = product<Arch>(sum, x) + c[i];
    return sum;
}

/// The integer next to x, of which |x| < 2^52; halves away from zero.
template <class Arch = void>
constexpr auto whole(double x) -> std::int64_t
{
    return static_cast<std::int64_t>(x + (x < 0 ? -.5 : .5));
}

/// 2^n, -1022 <= n <= 1023.
template <class Arch = void>
constexpr auto power_of_two(std::int64_t n) -> double
{
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

// The logarithm of 2 and a quarter turn in parts: all but the last end in zeros, so that a multiple of them
// is exact.
inline constexpr double ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double quarter_high = 0x1.921fb544p+0, quarter_mid = 0x1.0b4611a6p-34,
                        quarter_low = 0x1.3198a2e037073p-69;

/// e^x, within a few 1e-16 of itself; from 0 (below -745.2) to infinity (above 709.8).
template <class Arch = void>
constexpr auto exp(double x) -> double
{
    // 1 / n!
    constexpr std::array<double, 14> series{
        1,         1,          1 / 2.,      1 / 6.,       1 / 24.,       1 / 120.,       1 / 720.,
        1 / 5040., 1 / 40320., 1 / 362880., 1 / 3628800., 1 / 39916800., 1 / 479001600., 1 / 6227020800.};
    if (x != x) return x;
    if (x > 709.8) return std::numeric_limits<double>::infinity();
    if (x < -745.2) return 0;
    auto const n = whole<Arch>(product<Arch>(x, 0x1.71547652b82fep+0)); // x / log(2)
    auto const turns = static_cast<double>(n);
    double const rest = (x - product<Arch>(turns, ln2_high)) - product<Arch>(turns, ln2_low);
    double const part = polynomial<Arch>(rest, series);
    // In two steps, for the powers that are no normal numbers.
    return product<Arch>(product<Arch>(part, power_of_two<Arch>(n / 2)), power_of_two<Arch>(n - n / 2));
}

/// The natural logarithm, within a few 1e-16 of itself; -infinity of 0, NaN of what is less.
template <class Arch = void>
constexpr auto log(double x) -> double
{
    // Of (1 + s) / (1 - s), over 2 s: 1 / (2 n + 1), in powers of s^2.
    constexpr std::array<double, 11> series{1,       1 / 3.,  1 / 5.,  1 / 7.,  1 / 9., 1 / 11.,
                                            1 / 13., 1 / 15., 1 / 17., 1 / 19., 1 / 21.};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (x == 0) return -infinity;
    if (!(x > 0)) return std::numeric_limits<double>::quiet_NaN();
    if (x == infinity) return x;
    bool const subnormal = x < std::numeric_limits<double>::min();
    auto const bits = std::bit_cast<std::uint64_t>(subnormal ? product<Arch>(x, 0x1p54) : x);
    auto n = static_cast<std::int64_t>(bits >> 52) - 1023 - (subnormal ? 54 : 0);
    auto m = std::bit_cast<double>((bits & 0xf'ffff'ffff'ffff) | 0x3ff0'0000'0000'0000);
    if (m > 0x1.6a09e667f3bcdp+0) m /= 2, ++n; // sqrt(2): now 0.7 < m < 1.42
    double const s = (m - 1) / (m + 1);
    double const fraction = product<Arch>(s + s, polynomial<Arch>(product<Arch>(s, s), series));
    auto const powers = static_cast<double>(n);
    return product<Arch>(powers, ln2_high) + (fraction + product<Arch>(powers, ln2_low));
}

/// x to the power of y, for x >= 0 (else NaN), within a few 1e-16 of itself, times |y log(x)| where that is
/// more than 1. The powers 0 and 1, and those of 1, are exact.
template <class Arch = void>
constexpr auto pow(double x, double y) -> double
{
    if (y == 0 || x == 1) return 1;
    if (y == 1 && !(x < 0)) return x;
    return exp<Arch>(product<Arch>(y, log<Arch>(x)));
}

/// Both coordinates of an angle's place on the unit circle.
struct on_circle {
    double cos, sin;
};

/// The cosine and the sine of x, in radians, within a few 1e-16 of themselves; NaN where |x| > 1e6.
template <class Arch = void>
constexpr auto circle(double x) -> on_circle
{
    // In powers of the square: (-1)^n / (2 n + 1)!, and (-1)^n / (2 n)!.
    constexpr std::array<double, 9> sine{1,
                                         -1 / 6.,
                                         1 / 120.,
                                         -1 / 5040.,
                                         1 / 362880.,
                                         -1 / 39916800.,
                                         1 / 6227020800.,
                                         -1 / 1307674368000.,
                                         1 / 355687428096000.};
    constexpr std::array<double, 9> cosine{1,
                                           -1 / 2.,
                                           1 / 24.,
                                           -1 / 720.,
                                           1 / 40320.,
                                           -1 / 3628800.,
                                           1 / 479001600.,
                                           -1 / 87178291200.,
                                           1 / 20922789888000.};
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (!(x >= -1e6 && x <= 1e6)) return {nan, nan};
    auto const n = whole<Arch>(product<Arch>(x, 0x1.45f306dc9c883p-1)); // x / (pi / 2)
    auto const turns = static_cast<double>(n);
    // In three parts, because two leave too little of an x that is close to a multiple of a quarter turn.
    double const rest = ((x - product<Arch>(turns, quarter_high)) - product<Arch>(turns, quarter_mid)) -
                        product<Arch>(turns, quarter_low);
    double const square = product<Arch>(rest, rest);
    double const c = polynomial<Arch>(square, cosine);
    double const s = product<Arch>(rest, polynomial<Arch>(square, sine));
    switch (n & 3) {
    case 0:
        return {c, s};
    case 1:
        return {-s, c};
    case 2:
        return {-c, -s};
    default:
        return {s, -c};
    }
}

template <class Arch = void>
constexpr auto cos(double x) -> double
{
    return circle<Arch>(x).cos;
}

template <class Arch = void>
constexpr auto sin(double x) -> double
{
    return circle<Arch>(x).sin;
}

} // namespace husk::detail
