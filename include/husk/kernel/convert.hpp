// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/row.hpp>
#include <husk/simd/load_quads.hpp>
#include <husk/simd/store_pixels.hpp>

#include <algorithm>
#include <concepts>
#include <cstring>
#include <limits>

namespace husk {

namespace detail {

/// The largest value of an element, which is the colour 1; float and half are colours themselves.
template <class T>
inline constexpr float full = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1.f;

/// The colour of n / (full + 1), which is exact: n / full, correctly rounded for every u8 and u16. As
/// 1 / 255 = 1 / 256 + 1 / 256 / 255, it needs no division; nor does it matter here whether a compiler fuses
/// the product with the sum.
template <class Arch, class T>
auto colour(simd::real<Arch> fraction) -> simd::real<Arch>
{
    auto const t = fraction.value;
    auto const step = typename simd::real<Arch>::values(1 / full<T>);
    if constexpr (!std::integral<T>) return t;
    else if constexpr (simd::real<Arch>::is_scalar) return t * step + t;
    else return xsimd::fma(t, step, t);
}

template <class Arch, int C, class T>
constexpr auto bytes(int width) -> std::size_t
{
    return static_cast<std::size_t>(width * C) * sizeof(T);
}

/// Calls f(x) for every n pixels of a row; the last of them overlap the ones before, or are all there are.
template <class Arch, class F>
[[gnu::always_inline]] inline void for_every(int n, int width, F f)
{
    std::ptrdiff_t const last = std::max(width - n, 0);
    std::ptrdiff_t x = 0;
    for (; x <= last; x += n) f(x);
    if (x < width) f(last);
}

/// Pixels side by side, as colours. The last register overlaps the one before; of a row that is narrower than
/// a register a copy is read, so that nothing beyond the pixels is.
template <class Arch, int C, class T>
[[gnu::noinline, gnu::flatten]] void unpack_pixels(T const* from, int width, float* to, std::ptrdiff_t plane)
{
    constexpr int n = simd::real<Arch>::lanes;
    T narrow[std::size_t{n * C}] = {};
    if (width < n) from = static_cast<T*>(std::memcpy(narrow, from, bytes<Arch, C, T>(width)));
    for_every<Arch>(
        n, width, [=](std::ptrdiff_t x) __attribute__((always_inline)) {
            auto const p = simd::load_pixels<Arch, C>(from + x * C);
            simd::for_channels<Arch, C>([&](auto c) { colour<Arch, T>(p[c]).store(to + c * plane + x); });
        });
}

/// Pixels of three bytes of one row or two as colours, four floats each, those of two rows side by side,
/// where the machine has a way of its own.
template <class Arch, std::size_t Rows>
[[gnu::noinline, gnu::flatten]] void unpack_quads(std::array<std::uint8_t const*, Rows> from, int width,
                                                  float* to)
{
    constexpr int n = simd::quads_at_once<Arch>, floats = 4 * int{Rows};
    if constexpr (n > 0) {
        std::array<std::array<std::uint8_t, std::size_t{3 * n}>, Rows> narrow{};
        for (std::size_t r = 0; width < n && r < Rows; ++r)
            from[r] = static_cast<std::uint8_t*>(
                std::memcpy(narrow[r].data(), from[r], bytes<Arch, 3, std::uint8_t>(width)));
        for_every<Arch>(
            n, width, [=](std::ptrdiff_t x) __attribute__((always_inline)) {
                auto at = from;
                for (auto& row : at) row += 3 * x;
                auto const p = simd::load_quads<Arch>(at);
                simd::for_channels<Arch, floats>(
                    [&](auto k) { colour<Arch, std::uint8_t>(p[k]).store(to + floats * x + 8 * k); });
            });
    }
}

/// Colours as pixels side by side, in the same manner.
template <class Arch, int C, class T>
[[gnu::noinline, gnu::flatten]] void pack_pixels(float const* from, std::ptrdiff_t plane, int width, T* to)
{
    constexpr int n = simd::real<Arch>::lanes;
    T narrow[std::size_t{n * C}];
    auto* const out = width < n ? narrow : to;
    for_every<Arch>(
        n, width, [=](std::ptrdiff_t x) __attribute__((always_inline)) {
            simd::pixels<Arch, C> p;
            simd::for_channels<Arch, C>([&](auto c) {
                auto const v = simd::real<Arch>::load(from + c * plane + x);
                p[c] = std::integral<T> ? v * full<T> : v;
            });
            simd::store_pixels<Arch, C>(p, out + x * C);
        });
    if (width < n) std::memcpy(to, narrow, bytes<Arch, C, T>(width));
}

template <class Arch, class T>
void unpack_plane(T const* from, int width, float* to)
{
    if constexpr (std::same_as<T, float>) std::memcpy(to, from, bytes<Arch, 1, T>(width));
    else unpack_pixels<Arch, 1>(from, width, to, 0);
}

template <class Arch, class T>
void pack_plane(float const* from, int width, T* to)
{
    if constexpr (std::same_as<T, float>) std::memcpy(to, from, bytes<Arch, 1, T>(width));
    else pack_pixels<Arch, 1>(from, 0, width, to);
}

} // namespace detail

/// Pixels [x, x + to.width) of row y as colours: u8 / 255 and u16 / 65535, correctly rounded, float and half
/// as they are. pack gives every u8, u16, float and half back. Nothing but the pixels is read, but up to a
/// register of the row's padding is written.
template <class Arch, class T>
void unpack(packed<T const> from, int x, int y, row const& to)
{
    auto const* const at = from.at(x, y);
    switch (from.channels) {
    case 1:
        return detail::unpack_plane<Arch>(at, to.width, to.data);
    case 3:
        return detail::unpack_pixels<Arch, 3>(at, to.width, to.data, to.plane);
    case 4:
        return detail::unpack_pixels<Arch, 4>(at, to.width, to.data, to.plane);
    }
}

template <class Arch, class T>
void unpack(planar<T const> from, int x, int y, row const& to)
{
    for (int c = 0; c < from.channels; ++c) detail::unpack_plane<Arch>(from.row(y, c) + x, to.width, to[c]);
}

/// Colours into the first from.width elements of row y: integers are clamped to [0, 1], multiplied and
/// rounded to the nearest, halves to the even one, NaN becomes 0; float as it is; half rounds to the nearest
/// even.
template <class Arch, class T>
void pack(row const& from, packed<T> to, int y)
{
    auto* const at = to.row(y);
    switch (to.channels) {
    case 1:
        return detail::pack_plane<Arch>(from.data, from.width, at);
    case 3:
        return detail::pack_pixels<Arch, 3>(from.data, from.plane, from.width, at);
    case 4:
        return detail::pack_pixels<Arch, 4>(from.data, from.plane, from.width, at);
    }
}

template <class Arch, class T>
void pack(row const& from, planar<T> to, int y)
{
    for (int c = 0; c < to.channels; ++c) detail::pack_plane<Arch>(from[c], from.width, to.row(y, c));
}

/// Where row y of `to` may be computed: in `r`, to be packed; or, if it has colours as rows do, where it
/// belongs. Stages write whole registers, two at a time at most, which must leave no rest.
template <class Arch, view To>
auto in_place(row const& r, [[maybe_unused]] To const& to, [[maybe_unused]] int y) -> row
{
    if constexpr (std::same_as<To, planar<float>>)
        if (r.width % 32 == 0) return {to.row(y, 0), to.plane, r.width, r.channels};
    return r;
}

} // namespace husk
