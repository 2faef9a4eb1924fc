// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/coordinate_map.hpp>
#include <husk/kernel/mosaic.hpp>

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

/// A kernel of kernels: a choice among them, or several in order. run<Arch>(from, to, memory) executes it.
template <class K>
concept composite_kernel = std::equality_comparable<K> && requires(K const& k, extent in, shape const& s)
{
    {
        k.size(in)
        } -> std::same_as<extent>;
    {
        k.composite_room(s)
        } -> std::same_as<std::size_t>;
};

/// What draw returns: everything is decided, nothing depends on chance any more.
template <class K>
concept kernel = (mosaic_kernel<K> || composite_kernel<K>)&&requires(K const& k)
{
    {
        k.describe()
        } -> std::same_as<std::string>;
};

/// Bytes that running `k` takes from its arena.
template <kernel K>
auto room(K const& k, shape const& in) -> std::size_t
{
    if constexpr (mosaic_kernel<K>) return k.room(in.size, in.channels);
    else return k.composite_room(in);
}

/// Runs one kernel. The canvases have the right sizes and do not overlap.
template <class Arch, kernel K, view From, writable_view To>
void run_kernel(K const& k, canvas<From> const& from, canvas<To> const& to, arena memory)
{
    if constexpr (mosaic_kernel<K>) {
        auto const m = k.template arrange<Arch>(detail::as_const(from.pixels), memory);
        move<Arch>(m, std::span<From const>(&from.pixels, 1), to.pixels);
        if (to.origins) detail::move_origins(m, *from.origins, *to.origins);
    } else k.template run<Arch>(from, to, memory);
}

/// The whole source, where it stands: the kernel of a transform that was not drawn.
struct unmoved {
    constexpr auto size(extent in) const -> extent { return in; }
    constexpr auto room(extent, int) const -> std::size_t { return arena::bytes<piece>(1); }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic
    {
        auto const pieces = memory.take<piece>(1);
        pieces[0] = {{}, source.size, {}};
        return {pieces, {}};
    }

    auto describe() const -> std::string { return "unmoved"; }
    friend constexpr auto operator==(unmoved const&, unmoved const&) -> bool = default;
};

static_assert(kernel<unmoved>);

} // namespace husk
