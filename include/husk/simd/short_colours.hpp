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

/// Pixels of three bytes become f of their short_colours, levels below 0 and above 255 the next byte. They
/// may change where they are.
template <class Arch, class F>
[[gnu::always_inline]] inline void change_colours(std::uint8_t const* from, std::uint8_t* to, F const& f)
{
    if constexpr (shorts<Arch>::is_scalar) {
        using one = shorts<Arch>;
        auto const byte = [](one v) { return static_cast<std::uint8_t>(std::clamp<int>(v.value, 0, 255)); };
        auto const p = f(short_colours<Arch>{one::load(from), one::load(from + 1), one::load(from + 2)});
        to[0] = byte(p.r), to[1] = byte(p.g), to[2] = byte(p.b);
    } else {
        using pair = short_pair<Arch>;
        auto const planes = byte_planes<Arch>::load(from);
        auto const r = pair::of(planes.r), g = pair::of(planes.g), b = pair::of(planes.b);
        auto const p = f(short_colours<Arch>{r.first, g.first, b.first});
        auto const q = f(short_colours<Arch>{r.second, g.second, b.second});
        byte_planes<Arch>{pair{p.r, q.r}.bytes(), pair{p.g, q.g}.bytes(), pair{p.b, q.b}.bytes()}.store(to);
    }
}

} // namespace husk::simd
