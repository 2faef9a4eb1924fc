// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/mirrored_row.hpp>
#include <husk/kernel/recolour_planes.hpp>
#include <husk/kernel/recoloured_levels.hpp>

#include <optional>

namespace husk {

namespace detail {

/// From colours that lie elsewhere to a row, without writing them there first. There are as many of them as
/// lanes, or more; nothing beyond them is read.
template <class Arch, point_kernel K, class Colours>
[[gnu::noinline, gnu::flatten]] void recolour_from(K k, Colours from, row const& to)
{
    auto *const red = to[0], *const green = to[1], *const blue = to[2];
    for_every<Arch>(
        simd::real<Arch>::lanes, to.width, [=](std::ptrdiff_t x) __attribute__((always_inline)) {
            auto const p = k(from[x]);
            p.r.store(red + x);
            p.g.store(green + x);
            p.b.store(blue + x);
        });
}

} // namespace detail

namespace detail {

template <class K>
concept brief_kernel = point_kernel<K> && requires
{
    K::brief;
};
template <class K>
concept apart_kernel = point_kernel<K> && requires
{
    K::channels_apart;
};

template <class OverBytes>
concept takes_all = requires(OverBytes const& b, packed<std::uint8_t const> from, packed<std::uint8_t> to)
{
    b.all(from, to);
};

/// What a kernel does to pixels of bytes, if it knows: k.over_bytes<Arch>() is optional, and what is in it,
/// b(from, to, width, channels, y), gives what the kernel's colours would, rounded; from and to are the same
/// or do not overlap. Only of whole levels, if K::needs_whole_pixels; else bytes may be colours that have
/// been rounded. b.all(from, to), for a whole image with three channels in other memory, is optional, too.
struct nothing_over_bytes {
    void operator()(std::uint8_t const*, std::uint8_t*, int, int, int) const {}
};
template <class Arch, class K>
auto over_bytes(K const& k, [[maybe_unused]] bool whole_pixels)
{
    if constexpr (requires { k.template over_bytes<Arch>(); }) {
        auto b = k.template over_bytes<Arch>();
        if constexpr (requires { K::needs_whole_pixels; })
            if (!whole_pixels) b.reset();
        return b;
    } else return std::optional<nothing_over_bytes>();
}

} // namespace detail

/// The stage of a kernel that changes colours where they lie; or, if it is K::brief, on their way from bytes
/// or planes of floats in memory, from the latter also if it changes channels apart. (A longer one would have
/// fewer of them under way at a time.)
template <class K, class OverBytes>
struct recoloured {
    row_source before;
    K kernel;
    std::optional<OverBytes> over_bytes;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        if (to.width >= simd::real<Arch>::lanes) {
            if constexpr (detail::brief_kernel<K>)
                if (before.are_bytes<Arch>())
                    return detail::recolour_from<Arch>(kernel,
                                                       detail::byte_colours<Arch>{before.bytes.row(y)}, to);
            if constexpr (detail::brief_kernel<K> || detail::apart_kernel<K>)
                if (auto const& p = before.planes; !p.size.empty() && p.channels == 3)
                    return detail::recolour_from<Arch>(kernel,
                                                       detail::plane_colours<Arch>{p.row(y, 0), p.plane}, to);
        }
        if constexpr (detail::brief_kernel<K>)
            if (before.pull_mirrored && detail::mirrors_whole_registers<Arch>(to)) {
                before.pull_mirrored(before.self, y, to);
                return detail::recolour_mirrored<Arch>(kernel, to);
            }
        before(y, to);
        husk::recolour<Arch>(kernel, to, y);
    }

    /// Whether all pixels are bytes in memory that one loop recolours, and all of them.
    template <class Arch>
    auto has_all() const -> bool
    {
        return detail::brief_kernel<K> && before.are_bytes<Arch>() &&
               before.size.width >= simd::real<Arch>::lanes;
    }
    template <class Arch>
    void pull_all(planar<float> const& to) const
    {
        if constexpr (detail::brief_kernel<K>) detail::recolour_bytes<Arch>(kernel, before.bytes, to);
    }

    /// Whether pixels of bytes need not become colours, and a row of them.
    template <class Arch>
    auto has_pixels() const -> bool
    {
        return before.pull_pixels && over_bytes;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        bool const in_memory = before.are_bytes<Arch>();
        if (!in_memory) before.pull_pixels(before.self, y, to);
        (*over_bytes)(in_memory ? before.bytes.row(y) : to, to, before.size.width, before.channels, y);
    }

    /// Whether that is done to a whole image in memory, or one loop makes pixels of its planes; and all
    /// pixels.
    template <class Arch>
    auto has_all_pixels() const -> bool
    {
        return makes_bytes<Arch>() ||
               (detail::takes_all<OverBytes> && before.are_bytes<Arch>() && over_bytes);
    }
    template <class Arch>
    void pull_all_pixels(packed<std::uint8_t> const& to) const
    {
        if constexpr (detail::brief_kernel<K>)
            if (makes_bytes<Arch>()) return detail::recolour_planes<Arch>(kernel, before.planes, to);
        if constexpr (detail::takes_all<OverBytes>) over_bytes->all(before.bytes, to);
    }

private:
    template <class Arch>
    auto makes_bytes() const -> bool
    {
        return detail::brief_kernel<K> && before.planes.channels == 3 &&
               before.planes.size.width >= simd::real<Arch>::lanes;
    }
};

/// Gives push(stage) the stage of `k`. For colours `within` [0, 1], or hardly above, it may know a faster
/// kernel that does the same, which is in k.within_bounds<Arch>().
template <class Arch, class K, class Push>
void recolouring(row_source const& before, K const& k, [[maybe_unused]] bool within, Push push)
{
    auto const b = detail::over_bytes<Arch>(k, before.whole_pixels);
    auto const push_one = [&]<class How>(How const& how) {
        if constexpr (detail::brief_kernel<How>)
            if (!(before.pull_pixels && b) && recolouring_levels<Arch>(before, how, push)) return;
        push(recoloured<How, typename std::remove_cvref_t<decltype(b)>::value_type>{before, how, b});
    };
    if constexpr (requires { k.template within_bounds<Arch>(); })
        if (auto const fast = k.template within_bounds<Arch>(); fast && within) return push_one(*fast);
    push_one(k);
}

} // namespace husk
