// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/byte_planes.hpp>
#include <husk/simd/short_pair.hpp>

#include <algorithm>

namespace husk::simd {

/// Red, green and blue of several pixels, levels in lanes of 16 bits.
template <class Arch>
struct short_colours {
    shorts<Arch> r, g, b;
};

/// How many pixels change_colours changes at once.
template <class Arch>
inline constexpr int colours_at_once = shorts<Arch>::is_scalar ? 1 : 2 * shorts<Arch>::lanes;

namespace detail {

template <class Arch, class F>
[[gnu::always_inline]] inline void change_planes(byte_planes<Arch> const& planes, std::uint8_t* to,
                                                 F const& f)
{
    using pair = short_pair<Arch>;
    auto const r = pair::of(planes.r), g = pair::of(planes.g), b = pair::of(planes.b);
    auto const p = f(short_colours<Arch>{r.first, g.first, b.first});
    auto const q = f(short_colours<Arch>{r.second, g.second, b.second});
    byte_planes<Arch>{pair{p.r, q.r}.bytes(), pair{p.g, q.g}.bytes(), pair{p.b, q.b}.bytes()}.store(to);
}

} // namespace detail

/// `count` pixels of three bytes, so many times colours_at_once, become f of their short_colours, levels
/// below 0 and above 255 the next byte. They may change where they are. Some are read while those before them
/// are changed: a processor sees little more than one turn at a time.
template <class Arch, class F>
[[gnu::always_inline]] inline void change_colours(std::uint8_t const* from, std::uint8_t* to,
                                                  std::ptrdiff_t count, F const& f)
{
    constexpr std::ptrdiff_t n = 3 * colours_at_once<Arch>;
    auto const* const end = from + 3 * count;
    if constexpr (shorts<Arch>::is_scalar) {
        using one = shorts<Arch>;
        auto const byte = [](one v) { return static_cast<std::uint8_t>(std::clamp<int>(v.value, 0, 255)); };
        for (; from != end; from += n, to += n) {
            auto const p = f(short_colours<Arch>{one::load(from), one::load(from + 1), one::load(from + 2)});
            to[0] = byte(p.r), to[1] = byte(p.g), to[2] = byte(p.b);
        }
    } else if (from != end) {
        auto next = byte_planes<Arch>::load(from);
        for (from += n; from != end; from += n, to += n) {
            auto const now = next;
            next = byte_planes<Arch>::load(from);
            detail::change_planes<Arch>(now, to, f);
        }
        detail::change_planes<Arch>(next, to, f);
    }
}

} // namespace husk::simd
