// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/philox_lanes.hpp>
#include <husk/kernel/point.hpp>

namespace husk {

/// Independent numbers of the normal distribution (mean 0, deviation 1) for every pixel and channel of an
/// image that need not exist: they follow from the place alone, whatever the order, and are the same on every
/// machine. By Philox and Box and Muller's method; at most 6.7 in size.
struct normal_pixels {
    std::array<std::uint32_t, 4> luck{};

    static auto draw(stream& g) -> normal_pixels
    {
        normal_pixels n;
        for (auto& word : n.luck) word = g.bits();
        return n;
    }

    /// For the pixels at x, x + 1, ... of row y, as many as there are lanes.
    template <class Arch>
    auto at(int x, int y) const -> rgb<simd::real<Arch>>;

    friend auto operator==(normal_pixels const&, normal_pixels const&) -> bool = default;
};

namespace detail {

/// c[0] + c[1] x + c[2] x^2 + ...
template <class V, std::size_t N>
auto power_series(V x, float const (&c)[N]) -> V
{
    V sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + V(c[i]);
    return sum;
}

/// sqrt(-2 log u), where u in (0, 1] follows from the word: the distance from the middle of a normal pair.
template <class Arch>
auto normal_radius(simd::words<Arch> w) -> simd::real<Arch>
{
    using V = simd::real<Arch>;
    using W = simd::words<Arch>;
    V const u = ((w >> 1).to_real() + V(.5f)) * V(0x1p-31f);
    // u = m 2^e with m in [1/sqrt(2), sqrt(2)), and log m from s = (m - 1) / (m + 1).
    constexpr std::uint32_t root_half = 0x3f3504f3;
    W const bits = W::of(u) - W(root_half);
    V const e = (W(bits >> 23) - W((bits >> 31) << 9)).to_real();
    V const m = ((bits & W(0x7fffffu)) + W(root_half)).as_real();
    V const s = (m - V(1.f)) / (m + V(1.f));
    V const log_m = (s + s) * power_series(s * s, {1.f, 1.f / 3, 1.f / 5, 1.f / 7, 1.f / 9});
    V const twice = (e * V(0x1.62e43p-1f) + log_m) * V(-2.f);
    return sqrt(most(twice, V(0.f)));
}

/// Both coordinates of a place on the unit circle that follows from the word.
template <class Arch>
struct unit_pair {
    simd::real<Arch> a, b;
};
template <class Arch>
auto normal_direction(simd::words<Arch> w) -> unit_pair<Arch>
{
    using V = simd::real<Arch>;
    using W = simd::words<Arch>;
    // An eighth of a turn to either side of the first axis, then perhaps mirrored at 0, perhaps the axes
    // swapped: the last two bits decide.
    V const angle = (w & W(0xfffffffcu)).to_real() * V(0x1.921fb6p-32f); // pi/2 / 2^32
    V const square = angle * angle;
    V const sine = angle * power_series(square, {1.f, -1.f / 6, 1.f / 120, -1.f / 5040, 1.f / 362880});
    V const cosine = power_series(square, {1.f, -.5f, 1.f / 24, -1.f / 720, 1.f / 40320});
    W const c = W::of(cosine) ^ ((w & W(2u)) << 30), s = W::of(sine);
    W const swapped = (c ^ s) & (W(0u) - (w & W(1u)));
    return {(c ^ swapped).as_real(), (s ^ swapped).as_real()};
}

} // namespace detail

template <class Arch>
auto normal_pixels::at(int x, int y) const -> rgb<simd::real<Arch>>
{
    using W = simd::words<Arch>;
    auto const block = detail::philox_lanes<Arch>({W::count_from(static_cast<std::uint32_t>(x)),
                                                   W(static_cast<std::uint32_t>(y)), W(luck[2]), W(luck[3])},
                                                  {luck[0], luck[1]});
    auto const first = detail::normal_radius<Arch>(block[0]), second = detail::normal_radius<Arch>(block[2]);
    auto const direction = detail::normal_direction<Arch>(block[1]);
    return {first * direction.a, first * direction.b, second * detail::normal_direction<Arch>(block[3]).a};
}

} // namespace husk
