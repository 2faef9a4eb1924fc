// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/simd/byte_lanes.hpp>
#include <husk/transform/cutmix.hpp>
#include <husk/transform/mixup.hpp>

namespace husk {

/// What mixup and cutmix draw: how to make one image of two, and how much of the first is in it.
template <class K>
concept mixing_kernel = std::same_as<K, mixup::kernel> || std::same_as<K, cutmix::kernel>;

namespace detail {

template <view A, view B, writable_view D>
void check_mix(A const& first, B const& second, D const& target)
{
    check("first", first);
    check("second", second);
    check("target", target);
    require(second.size == first.size, "second.size", second.size, "must be the first's, ", first.size);
    require(target.size == first.size, "target.size", target.size, "must be the first's, ", first.size);
    require(second.channels == first.channels, "second.channels", second.channels, "must be the first's, ",
            first.channels);
    require(target.channels == first.channels, "target.channels", target.channels, "must be the first's, ",
            first.channels);
    require(!overlap(first, target), "target", "overlapping the first image", "must be other memory");
    require(!overlap(second, target), "target", "overlapping the second image", "must be other memory");
}

/// Colours are added a short stretch at a time, which needs no memory but the stack's.
template <class Arch, view A, view B, writable_view D>
void mix_views(mixup::kernel const& k, A first, B second, D target)
{
    constexpr int stretch = 64;
    constexpr auto plane = row::padded(stretch);
    alignas(arena::line) float a[4 * plane], b[4 * plane];
    for (int y = 0; y < target.size.height; ++y)
        for (int x = 0; x < target.size.width; x += stretch) {
            int const width = std::min(stretch, target.size.width - x);
            row const ra{a, plane, width, target.channels}, rb{b, plane, width, target.channels};
            unpack<Arch>(as_const(first), x, y, ra);
            unpack<Arch>(as_const(second), x, y, rb);
            k.blend<Arch>(ra, rb);
            pack<Arch>(ra, target.crop({{x, y}, {width, 1}}), 0);
        }
}

/// Rows of bytes need not be taken apart by channels: `count` of them, four registers or more.
template <class Arch>
[[gnu::noinline, gnu::flatten]] void mix_bytes(mixup::kernel k, std::uint8_t const* first,
                                               std::uint8_t const* second, std::uint8_t* to, int count)
{
    using V = simd::real<Arch>;
    auto const colour_of = [](V byte) { return colour<Arch, std::uint8_t>(byte * (1.f / 256)); };
    for_every<Arch>(
        4 * V::lanes, count, [=](std::ptrdiff_t i) __attribute__((always_inline)) {
            auto const a = simd::load_bytes<Arch>(first + i), b = simd::load_bytes<Arch>(second + i);
            simd::pixels<Arch, 4> p;
            simd::for_channels<Arch, 4>([&](auto r) { p[r] = k(colour_of(a[r]), colour_of(b[r])) * 255.f; });
            simd::store_bytes<Arch>(p, to + i);
        });
}

template <class Arch>
void mix_views(mixup::kernel const& k, packed<std::uint8_t const> first, packed<std::uint8_t const> second,
               packed<std::uint8_t> target)
{
    int const count = target.size.width * target.channels;
    if (count < 4 * simd::real<Arch>::lanes)
        return mix_views<Arch, packed<std::uint8_t const>, packed<std::uint8_t const>, packed<std::uint8_t>>(
            k, first, second, target);
    for (int y = 0; y < target.size.height; ++y)
        mix_bytes<Arch>(k, first.row(y), second.row(y), target.row(y), count);
}

template <class Arch, view V, writable_view D>
void lay_box(V source, rect const& box, D target)
{
    piece const one{box.at, box.size, box.at};
    auto const from = as_const(source);
    if (!box.size.empty())
        move<Arch>(mosaic{std::span(&one, 1), {}}, std::span<decltype(as_const(source)) const>(&from, 1),
                   target);
}

template <class Arch, view A, view B, writable_view D>
void mix_views(cutmix::kernel const& k, A first, B second, D target)
{
    static_assert(same_elements<A, D> && same_elements<B, D>,
                  "husk: cutmix moves pixels bit for bit, so all three images must have the same elements");
    require(k.box.inside(first.size), "cutmix's box", k.box, "must lie in the images, ", first.size);
    // Of the first image what is not covered: above and below the box, left and right of it.
    auto const [width, height] = first.size;
    auto const& box = k.box;
    int const right = box.at.x + box.size.width, bottom = box.at.y + box.size.height;
    lay_box<Arch>(first, {{}, {width, box.at.y}}, target);
    lay_box<Arch>(first, {{0, bottom}, {width, height - bottom}}, target);
    lay_box<Arch>(first, {{0, box.at.y}, {box.at.x, box.size.height}}, target);
    lay_box<Arch>(first, {{right, box.at.y}, {width - right, box.size.height}}, target);
    lay_box<Arch>(second, box, target);
}

} // namespace detail

/// Makes one image of two of the same size and channels, by what mixup or cutmix drew, and returns lambda:
/// the label is lambda x the first's + (1 - lambda) x the second's. mixup takes any elements, cutmix moves
/// pixels bit for bit. Throws husk::error, before anything is written, for views that are null, misshapen, of
/// unequal shapes, or when the target overlaps one of the others.
template <class Arch = simd::best, mixing_kernel K, pixels A, pixels B, writable_pixels D>
auto mix(K const& k, A const& first, B const& second, D&& target) -> float
{
    auto const a = detail::view_of(first);
    auto const b = detail::view_of(second);
    auto const to = detail::view_of(target);
    detail::check_mix(a, b, to);
    detail::mix_views<Arch>(k, detail::as_const(a), detail::as_const(b), to);
    return k.lambda;
}

/// The same with mixup{} or cutmix{} itself: draws and mixes.
template <class Arch = simd::best, class T, pixels A, pixels B, writable_pixels D>
    requires std::same_as<T, mixup> || std::same_as<T, cutmix>
auto mix(T const& t, key const& of, A const& first, B const& second, D&& target) -> float
{
    detail::check("first", detail::view_of(first));
    stream g(of);
    return mix<Arch>(t.draw(g, detail::view_of(first).size), first, second, target);
}

} // namespace husk
