// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/position.hpp>
#include <husk/kernel/chain.hpp>
#include <husk/kernel/coordinate_map.hpp>

namespace husk {

/// What a stage reads or writes: pixels, and where they came from when somebody wants to know.
template <view V>
struct canvas {
    V pixels;
    coordinate_map* origins = nullptr;
};

/// The shape of what a stage reads, which is what its need of memory depends on.
struct shape {
    extent size;
    int channels = 3;
    std::size_t element_bytes = 1;

    auto elements() const -> std::size_t
    {
        return static_cast<std::size_t>(size.area()) * static_cast<std::size_t>(channels);
    }
};

namespace detail {

/// The chain that concepts ask with; it is never built.
using some_chain = chain<simd::scalar, packed<std::uint8_t const>>;

} // namespace detail

/// A kernel that computes in its own way: it joins a chain with stages of its own.
template <class K>
concept joining_kernel = std::equality_comparable<K> && requires(K const& k, extent in, detail::some_chain& c)
{
    {
        k.size(in)
        } -> std::same_as<extent>;
    k.join(c);
};

/// A kernel of kernels: a choice among them, or several in order. What it chose may only move pixels, and
/// then run<Arch>(from, to, memory) does it bit for bit.
template <class K>
concept composite_kernel = joining_kernel<K> && requires(K const& k, shape const& s)
{
    {
        k.moves()
        } -> std::same_as<bool>;
    {
        k.composite_room(s)
        } -> std::same_as<std::size_t>;
};

/// What draw returns: everything is decided, nothing depends on chance any more.
template <class K>
concept kernel = (mosaic_kernel<K> || point_kernel<K> || row_kernel<K> ||
                  joining_kernel<K>)&&requires(K const& k)
{
    {
        k.describe()
        } -> std::same_as<std::string>;
};

/// The size that an image of size `in` has after `k`; only what says otherwise changes it.
template <kernel K>
auto resized(K const& k, extent in) -> extent
{
    if constexpr (requires { k.size(in); }) return k.size(in);
    else return in;
}

/// Whether kernels of this type could be ones that only move pixels; whether all are; and whether `k` is.
template <kernel K>
inline constexpr bool may_move = mosaic_kernel<K> || composite_kernel<K>;
template <kernel K>
inline constexpr bool only_moves = mosaic_kernel<K> && !requires(K const& k)
{
    k.moves();
};
template <kernel K>
    requires requires { K::always_moves; }
inline constexpr bool only_moves<K> = K::always_moves;
template <kernel K>
auto moves(K const& k) -> bool
{
    if constexpr (requires { k.moves(); }) return k.moves();
    else return mosaic_kernel<K>;
}

/// Bytes that moving the pixels of an image takes from an arena.
template <kernel K>
auto room(K const& k, shape const& in) -> std::size_t
{
    if constexpr (composite_kernel<K>) return k.composite_room(in);
    else if constexpr (mosaic_kernel<K>) return k.room(in.size, in.channels);
    else return 0;
}

/// Runs one kernel that moves pixels. The canvases have the right sizes and do not overlap.
template <class Arch, kernel K, view From, writable_view To>
void run_kernel(K const& k, canvas<From> const& from, canvas<To> const& to, arena memory)
{
    if constexpr (composite_kernel<K>) k.template run<Arch>(from, to, memory);
    else if constexpr (mosaic_kernel<K>) {
        auto const m = k.template arrange<Arch>(detail::as_const(from.pixels), memory);
        move<Arch>(m, std::span<From const>(&from.pixels, 1), to.pixels);
        if (to.origins) detail::move_origins(m, *from.origins, *to.origins);
    }
}

/// Adds a kernel to what computes.
template <kernel K, class Chain>
void join(K const& k, Chain& c)
{
    if constexpr (joining_kernel<K>) {
        if constexpr (!composite_kernel<K>) c.tell(k);
        k.join(c);
    } else if constexpr (mosaic_kernel<K>) c.lay(k);
    else {
        c.tell(k);
        c.recolour(k);
    }
}

/// How many walks over all pixels a kernel ends, at most: none if rows pass through it. It is one more where
/// rows are being computed and the kernel needs an image in memory.
template <kernel K>
inline constexpr int ends_walks = mosaic_kernel<K> ? 1 : 0;
template <kernel K>
    requires requires { K::ends_walks; }
inline constexpr int ends_walks<K> = K::ends_walks;
template <kernel K>
inline constexpr bool needs_image = mosaic_kernel<K>;
template <kernel K>
    requires requires { K::needs_image; }
inline constexpr bool needs_image<K> = K::needs_image;

/// The whole source, where it stands: the kernel of a transform that was not drawn.
struct unmoved {
    static constexpr int ends_walks = 0;
    static constexpr bool needs_image = false;

    constexpr auto size(extent in) const -> extent { return in; }
    constexpr auto room(extent, int) const -> std::size_t { return arena::bytes<piece>(1); }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic
    {
        auto const pieces = memory.take<piece>(1);
        pieces[0] = {{}, source.size, {}};
        return {pieces, {}};
    }

    template <class Chain>
    void join(Chain&) const
    {
    }

    constexpr auto forward(position p, extent) const -> position { return p; }

    auto describe() const -> std::string { return "unmoved"; }
    friend constexpr auto operator==(unmoved const&, unmoved const&) -> bool = default;
};

static_assert(kernel<unmoved>);

} // namespace husk
