// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/kernel/border.hpp>
#include <husk/kernel/convert.hpp>
#include <husk/kernel/spots.hpp>

#include <bit>

namespace husk::detail {

/// Pixels in memory, C channels of which lie side by side.
template <class T>
struct texture {
    T const* data;
    extent size;
    std::ptrdiff_t pitch;
};

/// For each of the N x N pixels that a filter sees: what it finds there, C channels side by side, for all
/// pixels of a stretch; and whether there is nothing.
template <class T, int N, int C>
struct texels {
    /// Three bytes lie in four, which are moved and taken apart at once.
    static constexpr int lying = sizeof(T) * C == 3 ? 4 : C;

    std::array<std::array<T, std::size_t{spots::count * lying}>, std::size_t{N * N}> found;
    std::array<spots::floats, std::size_t{N * N}> missing;

    /// All pixels are in the image, which is small enough to count its elements.
    template <class Arch>
    void fetch_inside(texture<T> const& from, spots const& s, int count)
    {
        auto const o = offsets::of<Arch>(s, from.pitch, C);
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
            fetch_from<Arch>(from.data + o.from_first[i], from.pitch, i);
    }

    /// From place `begin` on, before `end`; wherever they are.
    template <class Arch>
    void fetch(texture<T> const& from, border outside, spots const& s, std::size_t begin, std::size_t end)
    {
        for (auto& m : missing)
            for (std::size_t i = begin; i < end; ++i) m[i] = 0;
        auto const holds = [](int first, int length) { return first >= 0 && first <= length - N; };
        auto const misses = [](int first, int length) { return first <= -N || first >= length; };
        for (std::size_t i = begin; i < end; ++i)
            if (holds(s.left[i], from.size.width) && holds(s.top[i], from.size.height))
                fetch_from<Arch>(from.data + s.top[i] * from.pitch + std::ptrdiff_t{C} * s.left[i],
                                 from.pitch, i);
            else if (outside == border::constant &&
                     (misses(s.left[i], from.size.width) || misses(s.top[i], from.size.height)))
                for (auto& m : missing) m[i] = 1;
            else fetch_near_border<Arch>(from, outside, s, i);
    }

    /// The colours of as many pixels as a register holds, from number `i` on; `fill` where there is nothing.
    template <class Arch, bool Inside>
    auto colours(std::size_t tap, std::size_t i, simd::pixels<Arch, C> const& fill) const
    {
        using V = simd::real<Arch>;
        auto const lie = simd::load_pixels<Arch, lying>(found[tap].data() + lying * i);
        simd::pixels<Arch, C> p;
        simd::for_channels<Arch, C>([&](auto c) {
            p[c] = colour<Arch, T>(lie[c]);
            if constexpr (!Inside) p[c] = choose(V::load(missing[tap].data() + i) == V(1.f), fill[c], p[c]);
        });
        return p;
    }

private:
    template <class Arch>
    void fetch_from(T const* at, std::ptrdiff_t pitch, std::size_t i)
    {
        for (std::size_t j = 0; j < N; ++j, at += pitch)
            for (std::size_t k = 0; k < N; ++k) {
                auto* const to = found[N * j + k].data() + lying * i;
                if constexpr (N > 1 && lying > C) four_bytes<Arch>(at + C * k, k > 0, to);
                else std::memcpy(to, at + C * k, C * sizeof(T));
            }
    }

    /// A pixel of three bytes, and one more that its neighbour has: the one before it, or the one after it.
    template <class Arch>
    static void four_bytes(T const* at, bool has_left, T* to)
    {
        std::uint32_t v;
        std::memcpy(&v, at - has_left, 4);
        if constexpr (std::endian::native == std::endian::little) v >>= has_left ? 8 : 0;
        else v <<= has_left ? 8 : 0;
        std::memcpy(to, &v, 4);
    }

    template <class Arch>
    void fetch_near_border(texture<T> const& from, border outside, spots const& s, std::size_t i)
    {
        for (int k = 0; k < N * N; ++k) {
            int const x = place<Arch>(s.left[i] + k % N, from.size.width, outside),
                      y = place<Arch>(s.top[i] + k / N, from.size.height, outside);
            auto const tap = static_cast<std::size_t>(k);
            missing[tap][i] = x < 0 || y < 0 ? 1.f : 0.f;
            auto const* const at =
                from.data + std::max(y, 0) * from.pitch + std::ptrdiff_t{C} * std::max(x, 0);
            std::memcpy(found[tap].data() + lying * i, at, C * sizeof(T));
        }
    }
};

/// The weights of 1, 2 or 4 pixels in a line, of which the place lies x beyond the middle of the (last but)
/// first: a triangle, or the cubic that OpenCV and torch use (Keys 1981 with a = -3/4).
template <class Arch, int N>
[[gnu::always_inline]] inline auto shares(simd::real<Arch> x) -> std::array<simd::real<Arch>, std::size_t{N}>
{
    using V = simd::real<Arch>;
    V const one = 1.f;
    if constexpr (N == 1) return {one};
    else if constexpr (N == 2) return {one - x, x};
    else {
        auto const near = [&](V d) { return (d * 1.25f - 2.25f) * d * d + one; };
        auto const far = [&](V d) { return (((d - 5.f) * d + 8.f) * d - 4.f) * -.75f; };
        return {far(x + one), near(x), near(one - x), far(one - x + one)};
    }
}

/// weight * colour; elements that may be NaN are not looked at where they have no weight.
template <class Arch, class T>
auto portion(simd::real<Arch> weight, simd::real<Arch> colour) -> simd::real<Arch>
{
    using V = simd::real<Arch>;
    if constexpr (std::integral<T>) return weight * colour;
    else return choose(weight == V(0.f), V(0.f), weight * colour);
}

/// The weighted sum of what a filter of N x N pixels sees `right_of` and `below` its first one; colours(tap)
/// are theirs.
template <class Arch, class T, int N, int C, class Colours>
[[gnu::always_inline]] inline auto weighed(simd::real<Arch> right_of, simd::real<Arch> below,
                                           Colours const& colours) -> simd::pixels<Arch, C>
{
    using V = simd::real<Arch>;
    if constexpr (N == 1) return colours(0);
    auto const across = shares<Arch, N>(right_of), down = shares<Arch, N>(below);
    simd::pixels<Arch, C> sum;
    sum.fill(V(0.f));
    for (std::size_t j = 0; j < N; ++j) {
        simd::pixels<Arch, C> line;
        line.fill(V(0.f));
        for (std::size_t k = 0; k < N; ++k) {
            auto const p = colours(N * j + k);
            simd::for_channels<Arch, C>(
                [&](auto c) { line[c] = line[c] + portion<Arch, T>(across[k], p[c]); });
        }
        simd::for_channels<Arch, C>([&](auto c) { sum[c] = sum[c] + portion<Arch, T>(down[j], line[c]); });
    }
    return sum;
}

} // namespace husk::detail
