// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <cmath>
#include <concepts>

namespace husk::simd {

namespace detail {

template <class Arch>
struct real_lanes {
    using values = batch<float, Arch>;
    using mask = typename values::batch_bool_type;
    static constexpr int count = static_cast<int>(values::size);
};
template <>
struct real_lanes<scalar> {
    using values = float;
    using mask = bool;
    static constexpr int count = 1;
};

/// Whether the machine's own minimum of a and b is "a < b ? a : b", NaN and signed zeros included.
#if defined(__SSE2__)
inline constexpr bool picks_second = true;
#else
inline constexpr bool picks_second = false;
#endif

/// Whether xsimd's floor keeps the sign of zeros: surely where it is one instruction.
#if defined(__SSE4_1__)
inline constexpr bool floor_keeps_sign = true;
#else
inline constexpr bool floor_keeps_sign = false;
#endif

/// The same value; the compiler no longer knows that it was a product.
template <class V>
auto rounded(V v) -> V
{
    if constexpr (std::is_same_v<V, float>) {
#if defined(__SSE2__)
        asm("" : "+x"(v));
#elif defined(__aarch64__)
        asm("" : "+w"(v));
#endif
        return v;
    } else {
        typename V::register_type r = v;
#if defined(__SSE2__)
        asm("" : "+x"(r));
#elif defined(__aarch64__)
        asm("" : "+w"(r));
#endif
        return r;
    }
}

template <class V>
auto quotient(V a, V b) -> V
{
#if defined(__aarch64__)
    if constexpr (!std::is_same_v<V, float>) return vdivq_f32(a, b); // xsimd divides by an estimate there
#endif
    return a / b;
}

template <class V, class M>
auto masked(M const& m, V const& v) -> V
{
    // Where a mask is a register of floats, all bits or none, "and" is cheaper than a blend.
    if constexpr (__is_same(decltype(m.data), decltype(v.data))) return V(m.data) & v;
    else return xsimd::select(m, v, V(0.f));
}

template <class V>
auto root(V a) -> V
{
#if defined(__aarch64__)
    if constexpr (!std::is_same_v<V, float>) return vsqrtq_f32(a);
#endif
    using std::sqrt;
    using xsimd::sqrt;
    return sqrt(a);
}

} // namespace detail

/// Several floats side by side, or a single one where Arch is `scalar`, the oracle. Every operation rounds as
/// IEEE 754 says, and a product is never fused with a sum, whatever the compiler's flags: colours come out
/// the same on every machine.
template <class Arch>
struct real {
    using values = typename detail::real_lanes<Arch>::values;
    using mask = typename detail::real_lanes<Arch>::mask;
    static constexpr int lanes = detail::real_lanes<Arch>::count;
    static constexpr bool is_scalar = std::is_same_v<values, float>;

    values value;

    real() = default;
    real(values v) : value(v) {}
    template <std::same_as<float> F>
    real(F v) : value(v)
    {
    }

    static auto load(float const* from) -> real
    {
        if constexpr (is_scalar) return *from;
        else return values::load_unaligned(from);
    }
    void store(float* to) const
    {
        if constexpr (is_scalar) *to = value;
        else value.store_unaligned(to);
    }

    friend auto operator+(real a, real b) -> real { return a.value + b.value; }
    friend auto operator-(real a, real b) -> real { return a.value - b.value; }
    friend auto operator*(real a, real b) -> real { return detail::rounded<values>(a.value * b.value); }
    friend auto operator/(real a, real b) -> real { return detail::quotient<values>(a.value, b.value); }
    friend auto operator<(real a, real b) -> mask { return a.value < b.value; }
    friend auto operator<=(real a, real b) -> mask { return a.value <= b.value; }
    friend auto operator==(real a, real b) -> mask { return a.value == b.value; }

    /// Lane by lane: `a` where the mask holds, else `b`.
    friend auto choose(mask m, real a, real b) -> real
    {
        if constexpr (is_scalar) return m ? a : b;
        else return xsimd::select(m, a.value, b.value);
    }

    /// Lane by lane: `a` where the mask holds, else 0.
    friend auto where(mask m, real a) -> real
    {
        if constexpr (is_scalar) return m ? a.value : 0.f;
        else return detail::masked<values>(m, a.value);
    }

    /// The smaller, and the larger; of a NaN and a number, the second argument on every machine.
    friend auto least(real a, real b) -> real
    {
        if constexpr (detail::picks_second && !is_scalar) return xsimd::min(a.value, b.value);
        else return choose(a < b, a, b);
    }
    friend auto most(real a, real b) -> real
    {
        if constexpr (detail::picks_second && !is_scalar) return xsimd::max(a.value, b.value);
        else return choose(b < a, a, b);
    }

    /// Into [low, high], for colours [0, 1]; NaN becomes `low`.
    friend auto clamped(real v, real low, real high) -> real { return least(most(v, low), high); }
    friend auto clamped(real v) -> real { return clamped(v, 0.f, 1.f); }

    /// The largest integer that is not above.
    friend auto floor(real v) -> real
    {
        if constexpr (is_scalar) return std::floor(v.value);
        else if constexpr (detail::floor_keeps_sign) return xsimd::floor(v.value);
        else return xsimd::floor(v.value) | xsimd::bitofsign(v.value);
    }
    /// The nearest integer, halves to the even one.
    friend auto nearest(real v) -> real
    {
        if constexpr (is_scalar) return std::nearbyint(v.value);
        else return xsimd::nearbyint(v.value);
    }
    friend auto absolute(real v) -> real
    {
        if constexpr (is_scalar) return std::fabs(v.value);
        else return xsimd::abs(v.value);
    }
    friend auto sqrt(real v) -> real { return detail::root<values>(v.value); }
};

} // namespace husk::simd
