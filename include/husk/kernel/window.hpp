// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/position.hpp>
#include <husk/kernel/border.hpp>
#include <husk/kernel/byte_colour.hpp>
#include <husk/kernel/mirrored_rows.hpp>
#include <husk/kernel/stage.hpp>

#include <algorithm>

namespace husk {

/// A window of an image, perhaps mirrored. Where it lies inside, pixels are only moved; where it reaches
/// outside, the border's rule says what is seen there. Masks see label 0 where colours see `fill`.
struct window {
    extent in; ///< of the image that it was drawn for
    rect box;
    bool mirrored = false; ///< left to right
    bool flipped = false;  ///< top to bottom
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto size(extent) const -> extent { return box.size; }
    auto moves() const -> bool { return box.inside(in); }
    auto room(extent, int) const -> std::size_t { return arena::bytes<piece>(1); }

    template <class Arch, view V>
    auto arrange(V, arena& memory) const -> mosaic
    {
        auto const pieces = memory.take<piece>(1);
        auto const t =
            mirrored ? (flipped ? turn::half : turn::mirror) : (flipped ? turn::mirror_half : turn::none);
        pieces[0] = {{}, box.size, start_of(box, t), t};
        return {pieces, {}};
    }

    static constexpr int ends_walks = 0;
    static constexpr bool needs_image = false;

    template <class Chain>
    void join(Chain& c) const;

    /// Where in the output a place of the source lies.
    auto forward(position p, extent) const -> position
    {
        position const q{p.x - static_cast<float>(box.at.x), p.y - static_cast<float>(box.at.y)};
        return {mirrored ? static_cast<float>(box.size.width) - q.x : q.x,
                flipped ? static_cast<float>(box.size.height) - q.y : q.y};
    }

    auto describe() const -> std::string
    {
        return "window{" + to_string(box) + (mirrored ? ", mirrored" : "") + (flipped ? ", flipped" : "") +
               "}";
    }
    friend auto operator==(window const&, window const&) -> bool = default;

private:
    struct stage;

    /// The box onto itself.
    auto mirror() const -> matrix3
    {
        return {mirrored ? -1. : 1.,
                0,
                mirrored ? double(box.size.width) : 0,
                0,
                flipped ? -1. : 1.,
                flipped ? double(box.size.height) : 0,
                0,
                0,
                1};
    }
};

struct window::stage {
    window w;
    row_source before;
    row all;
    std::uint8_t* pixels; ///< a row of them, where there are bytes
    std::array<std::uint8_t, 4> fill;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        int const source = row_of(y);
        if (source >= 0) before(source, all);
        for (int c = 0; c < to.channels; ++c) {
            float const colour =
                c < 3 ? w.fill[static_cast<std::size_t>(c)] : 1.f; // what is not there is opaque
            if (source < 0) std::fill_n(to[c], to.width, colour);
            else
                fetch<Arch, sizeof(float)>(reinterpret_cast<std::byte const*>(all[c]),
                                           reinterpret_cast<std::byte*>(to[c]),
                                           reinterpret_cast<std::byte const*>(&colour));
        }
    }

    template <class Arch>
    auto has_pixels() const -> bool
    {
        return before.pull_pixels;
    }
    template <class Arch>
    auto whole_pixels() const -> bool
    {
        return before.whole_pixels && (w.outside != border::constant || w.box.inside(before.size));
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        int const source = row_of(y);
        if (source < 0) return detail::fill_pixels<Arch>(to, w.box.size.width, before.channels, fill.data());
        before.pull_pixels(before.self, source, pixels);
        auto const* const from = reinterpret_cast<std::byte const*>(pixels);
        auto* const target = reinterpret_cast<std::byte*>(to);
        auto const* const colour = reinterpret_cast<std::byte const*>(fill.data());
        if (before.channels == 1) fetch<Arch, 1>(from, target, colour);
        else if (before.channels == 3) fetch<Arch, 3>(from, target, colour);
        else fetch<Arch, 4>(from, target, colour);
    }

private:
    /// The source's row that is seen in row y; -1 where the border has one colour.
    auto row_of(int y) const -> int
    {
        auto const from = w.box.at.y + (w.flipped ? w.box.size.height - 1 - y : y);
        return place(from, before.size.height, w.outside);
    }

    /// The window's columns, of pixels of N bytes: those inside in one stretch, the others one by one.
    template <class Arch, int N>
    void fetch(std::byte const* from, std::byte* to, std::byte const* colour) const
    {
        int const width = w.box.size.width, length = before.size.width;
        auto const clip = [&](std::int64_t x) {
            return static_cast<int>(std::clamp<std::int64_t>(x, 0, width));
        };
        int const begin = clip(-std::int64_t{w.box.at.x}),
                  end = std::max(begin, clip(length - std::int64_t{w.box.at.x}));
        auto const at = [&](int x) { return to + std::ptrdiff_t{N} * (w.mirrored ? width - 1 - x : x); };
        auto const source = [&](int x) { return from + std::ptrdiff_t{N} * (w.box.at.x + x); };
        auto const border_at = [&](int x) {
            int const there = place(w.box.at.x + x, length, w.outside);
            std::memcpy(at(x), there < 0 ? colour : from + std::ptrdiff_t{N} * there, N);
        };
        for (int x = 0; x < begin; ++x) border_at(x);
        if (begin < end && w.mirrored)
            detail::copy_backwards<Arch, N>(source(end - 1), at(end - 1), end - begin);
        else if (begin < end)
            std::memcpy(at(begin), source(begin), static_cast<std::size_t>(N * (end - begin)));
        for (int x = end; x < width; ++x) border_at(x);
    }
};

template <class Chain>
void window::join(Chain& c) const
{
    if (*this == window{in, {{}, in}}) return;
    auto w = *this;
    if (c.crop(box)) w.box.at = {};
    if (w == window{in, {{}, c.size()}, false, false, outside, fill}) return;
    auto const before = c.rows();
    auto const bytes = static_cast<std::size_t>(before.pull_pixels ? before.size.width * before.channels : 0);
    auto* const pixels = c.memory().template take<std::uint8_t>(bytes).data();
    using Arch = typename Chain::architecture;
    if (w.box == rect{{}, before.size}) {
        mirrored_rows const s{before, mirrored, flipped, pixels};
        auto const* const seen = c.seen();
        if (!seen) return c.push(s, box.size);
        auto through = *seen;
        through.to_image = detail::after<Arch>(seen->to_image, w.mirror());
        return c.push_seen(s, box.size, through);
    }
    if (c.what() == content::labels) w.fill = {};
    auto const all = row::take(c.memory(), before.size.width, before.channels);
    c.push(stage{w, before, all, pixels, detail::as_bytes<Arch>(w.fill)}, box.size);
}

static_assert(kernel<window>);

} // namespace husk
