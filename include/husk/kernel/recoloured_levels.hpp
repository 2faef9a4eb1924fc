// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/recolour_bytes.hpp>
#include <husk/simd/reversed.hpp>

namespace husk {

namespace detail {

/// Where a loop finds the colours of planes of bytes; or those times 256, as level_colours has them.
template <class Arch, bool Times256>
struct level_plane_colours {
    row_levels levels;

    auto operator[](std::ptrdiff_t x) const -> rgb<simd::real<Arch>>
    {
        auto const at = [&](int c) {
            auto const* const from = levels.data + c * levels.plane + x;
            if constexpr (Times256) return simd::load_level_plane<Arch>(from);
            else return simd::load_pixels<Arch, 1>(from)[0];
        };
        return colours_of<Arch>({at(0), at(1), at(2)});
    }
};

/// A row of whole registers, perhaps mirrored.
template <class Arch, bool Mirrored, class K, class Colours>
[[gnu::noinline, gnu::flatten]] void recolour_levels(K k, Colours from, row const& to)
{
    using V = simd::real<Arch>;
    auto *const red = to[0], *const green = to[1], *const blue = to[2];
    auto const turned = [](V v) { return Mirrored ? simd::reversed(v) : v; };
    std::ptrdiff_t const last = to.width - V::lanes;
    for (std::ptrdiff_t x = 0; x <= last; x += V::lanes) {
        auto const p = k(from[x]);
        auto const there = Mirrored ? last - x : x;
        turned(p.r).store(red + there);
        turned(p.g).store(green + there);
        turned(p.b).store(blue + there);
    }
}

} // namespace detail

/// The stage of a kernel on its way from rows that were rounded to bytes, without a row of their colours; or
/// of one that knows what to do with those times 256.
template <class K, bool Times256>
struct recoloured_levels {
    row_source before;
    K kernel;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        auto const levels = before.pull_levels(before.self, y);
        detail::level_plane_colours<Arch, Times256> const from{levels};
        if (levels.mirrored) detail::recolour_levels<Arch, true>(kernel, from, to);
        else detail::recolour_levels<Arch, false>(kernel, from, to);
    }
};

/// Gives push(stage) that stage, if the rows are such and whole registers; otherwise false.
template <class Arch, class K, class Push>
auto recolouring_levels(row_source const& before, K const& k, Push push) -> bool
{
    if (!before.pull_levels || before.channels != 3 || before.size.width % simd::real<Arch>::lanes != 0)
        return false;
    detail::with_levels<Arch>(k, before.size, [&]<class How>(How const& how, auto times_256) {
        push(recoloured_levels<How, times_256()>{before, how});
    });
    return true;
}

} // namespace husk
