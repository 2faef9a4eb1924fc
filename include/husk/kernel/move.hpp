// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/copy.hpp>
#include <husk/kernel/mosaic.hpp>

#include <cstring>

namespace husk {

namespace detail {

/// Pixels as bytes: what moving needs to know of a view. A packed view is one sheet of whole pixels, or one
/// sheet a channel when it faces a planar view; a planar view is one sheet a channel.
template <class Byte>
struct sheet {
    Byte* data;
    std::ptrdiff_t pitch, step; // bytes from row to row, from pixel to pixel

    auto at(point p) const -> Byte* { return data + p.y * pitch + p.x * step; }
};

/// In bytes: one pixel to the right in the output, and one down.
struct strides {
    std::ptrdiff_t x, y;
};

template <class T>
using byte_like = std::conditional_t<std::is_const_v<T>, std::byte const, std::byte>;

template <class Arch, class T>
auto sheet_of(packed<T> v, int channel) -> sheet<byte_like<T>>
{
    constexpr auto bytes = static_cast<std::ptrdiff_t>(sizeof(T));
    return {reinterpret_cast<byte_like<T>*>(v.data + channel), v.pitch * bytes, v.channels * bytes};
}
template <class Arch, class T>
auto sheet_of(planar<T> v, int channel) -> sheet<byte_like<T>>
{
    constexpr auto bytes = static_cast<std::ptrdiff_t>(sizeof(T));
    return {reinterpret_cast<byte_like<T>*>(v.row(0, channel)), v.pitch * bytes, bytes};
}

/// `length` pixels of `Size` bytes each.
template <class Arch, int Size>
void move_run(std::byte const* from, std::ptrdiff_t from_step, std::byte* to, std::ptrdiff_t to_step,
              int length)
{
    if (from_step == Size && to_step == Size) {
        return copy_rows<Arch>(from, 0, to, 0, static_cast<std::size_t>(length) * Size, 1);
    }
    if (from_step == -Size && to_step == Size) return copy_backwards<Arch, Size>(from, to, length);
    for (int i = 0; i < length; ++i, from += from_step, to += to_step) std::memcpy(to, from, Size);
}

/// A whole box: the same steps for every row.
template <class Arch, int Size>
void move_box(std::byte const* from, strides from_step, std::byte* to, strides to_step, extent size)
{
    if (from_step.x == Size && to_step.x == Size)
        return copy_rows<Arch>(from, from_step.y, to, to_step.y, static_cast<std::size_t>(size.width) * Size,
                               size.height);
    for (int y = 0; y < size.height; ++y, from += from_step.y, to += to_step.y)
        move_run<Arch, Size>(from, from_step.x, to, to_step.x, size.width);
}

template <class Arch, int Size, class SheetOf>
void move_sheet(mosaic const& m, SheetOf const& source, sheet<std::byte> const& target)
{
    for (piece const& p : m.pieces) {
        sheet<std::byte const> const from = source(p.exemplar);
        auto const in_bytes = [&](point step) { return step.y * from.pitch + step.x * from.step; };
        if (p.cut < 0) {
            auto const a = axes_of(p.turned);
            move_box<Arch, Size>(from.at(p.from), {in_bytes(a.right), in_bytes(a.down)}, target.at(p.to),
                                 {target.step, target.pitch}, p.size);
        } else
            for_each_run<Arch>(m, p, [&](run const& r) {
                move_run<Arch, Size>(from.at(r.from), in_bytes(r.step), target.at(r.to), target.step,
                                     r.length);
            });
    }
}

/// The pixel's size becomes a constant, so that a pixel is moved by a load and a store.
template <class Arch, class SheetOf>
void move_sheet(mosaic const& m, SheetOf const& source, sheet<std::byte> const& target, std::size_t size)
{
    switch (size) {
    case 1:
        return move_sheet<Arch, 1>(m, source, target);
    case 2:
        return move_sheet<Arch, 2>(m, source, target);
    case 3:
        return move_sheet<Arch, 3>(m, source, target);
    case 4:
        return move_sheet<Arch, 4>(m, source, target);
    case 6:
        return move_sheet<Arch, 6>(m, source, target);
    case 8:
        return move_sheet<Arch, 8>(m, source, target);
    case 12:
        return move_sheet<Arch, 12>(m, source, target);
    default:
        return move_sheet<Arch, 16>(m, source, target);
    }
}

template <view A, view B>
inline constexpr bool both_packed =
    std::same_as<A, packed<element_of<A>>>&& std::same_as<B, packed<element_of<B>>>;

} // namespace detail

/// Lays the pieces of a mosaic into `target`, bit for bit. Every exemplar has its own source; or there is one
/// source, and the exemplars are windows of it. All have the target's channels; none overlaps the target.
template <class Arch, view Source, writable_view Target>
    requires std::same_as<std::remove_const_t<element_of<Source>>, element_of<Target>>
void move(mosaic const& m, std::span<Source const> sources, Target target)
{
    constexpr bool whole = detail::both_packed<Source, Target>;
    auto const pixel = sizeof(element_of<Target>) * static_cast<std::size_t>(whole ? target.channels : 1);
    for (int c = 0; c < (whole ? 1 : target.channels); ++c) {
        auto const source = [&](int exemplar) {
            auto const v = sources[sources.size() == 1 ? 0 : static_cast<std::size_t>(exemplar)];
            return detail::sheet_of<Arch>(detail::as_const(v), c);
        };
        detail::move_sheet<Arch>(m, source, detail::sheet_of<Arch>(target, c), pixel);
    }
}

} // namespace husk
