// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/row.hpp>

namespace husk::detail {

/// An image in an arena's memory, its rows padded to whole registers; without memory while the arena only
/// counts.
template <class V>
auto blank(arena& memory, extent size, int channels) -> V
{
    using E = element_of<V>;
    constexpr bool planes = std::same_as<V, planar<E>>;
    auto const pitch = row::padded(size.width * (planes ? 1 : channels));
    auto const rows = static_cast<std::size_t>(size.height) * static_cast<std::size_t>(planes ? channels : 1);
    return {memory.take<E>(static_cast<std::size_t>(pitch) * rows).data(), size, channels, pitch};
}

/// The same, with the elements and the layout of another image.
template <class E>
auto blank_like(packed<E const> const& v, arena& memory, extent size)
{
    return blank<packed<E>>(memory, size, v.channels);
}
template <class E>
auto blank_like(planar<E const> const& v, arena& memory, extent size)
{
    return blank<planar<E>>(memory, size, v.channels);
}

/// The pixels inside `box`, also of an image that has no memory yet.
template <view V>
auto cropped(V v, rect const& box) -> V
{
    if (v.data) return v.crop(box);
    v.size = box.size;
    return v;
}

} // namespace husk::detail
