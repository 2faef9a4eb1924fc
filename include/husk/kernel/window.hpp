// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/position.hpp>
#include <husk/kernel/border.hpp>
#include <husk/kernel/copy.hpp>
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

    template <class Arch>
    void pull(int y, row const& to) const
    {
        auto const from = w.box.at.y + (w.flipped ? w.box.size.height - 1 - y : y);
        int const source = place(from, before.size.height, w.outside);
        if (source >= 0) before(source, all);
        for (int c = 0; c < to.channels; ++c) {
            float const colour =
                c < 3 ? w.fill[static_cast<std::size_t>(c)] : 1.f; // what is not there is opaque
            if (source < 0) std::fill_n(to[c], to.width, colour);
            else if (w.mirrored && w.box.inside(before.size)) mirror<Arch>(all[c] + w.box.at.x, to[c]);
            else {
                fetch<Arch>(all[c], to[c], colour);
                if (w.mirrored) std::reverse(to[c], to[c] + to.width);
            }
        }
    }

private:
    template <class Arch>
    void mirror(float const* from, float* to) const
    {
        int const width = w.box.size.width;
        detail::copy_backwards<Arch, sizeof(float)>(reinterpret_cast<std::byte const*>(from + width - 1),
                                                    reinterpret_cast<std::byte*>(to), width);
    }

    /// The window's columns, unmirrored: those inside in one stretch, the others one by one.
    template <class Arch>
    void fetch(float const* from, float* to, float colour) const
    {
        int const width = w.box.size.width, length = before.size.width;
        auto const clip = [&](std::int64_t x) {
            return static_cast<int>(std::clamp<std::int64_t>(x, 0, width));
        };
        int const begin = clip(-std::int64_t{w.box.at.x}),
                  end = std::max(begin, clip(length - std::int64_t{w.box.at.x}));
        auto const border_at = [&](int x) {
            int const source = place(w.box.at.x + x, length, w.outside);
            to[x] = source < 0 ? colour : from[source];
        };
        for (int x = 0; x < begin; ++x) border_at(x);
        if (begin < end) std::copy_n(from + w.box.at.x + begin, end - begin, to + begin);
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
    if (c.what() == content::labels) w.fill = {};
    stage const s{w, before, row::take(c.memory(), before.size.width, before.channels)};
    auto const* const seen = c.seen();
    if (seen && w.box == rect{{}, before.size}) {
        auto through = *seen;
        through.to_image = detail::after<typename Chain::architecture>(seen->to_image, w.mirror());
        c.push_seen(s, box.size, through);
    } else c.push(s, box.size);
}

static_assert(kernel<window>);

/// A whole image in one of the eight ways to lay it down: pixels are only moved.
struct turned {
    turn way = turn::none;

    auto size(extent in) const -> extent
    {
        return axes_of(way).right.y == 0 ? in : extent{in.height, in.width};
    }
    auto room(extent, int) const -> std::size_t { return arena::bytes<piece>(1); }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic
    {
        auto const pieces = memory.take<piece>(1);
        pieces[0] = {{}, size(source.size), start_of({{}, source.size}, way), way};
        return {pieces, {}};
    }

    auto forward(position p, extent in) const -> position
    {
        // Pixels are whole: what holds for their corners holds for every place.
        auto const a = axes_of(way);
        auto const across = static_cast<float>(in.width), down = static_cast<float>(in.height);
        auto const along = [&](point step) {
            return (step.x != 0 ? (step.x > 0 ? p.x : across - p.x) : (step.y > 0 ? p.y : down - p.y));
        };
        return {along(a.right), along(a.down)};
    }

    auto describe() const -> std::string
    {
        static constexpr char const* names[] = {
            "nothing",  "90 degrees",           "180 degrees",           "270 degrees",
            "mirrored", "mirrored, 90 degrees", "mirrored, 180 degrees", "mirrored, 270 degrees"};
        return std::string("turned{") + names[static_cast<std::size_t>(way)] + "}";
    }
    friend auto operator==(turned const&, turned const&) -> bool = default;
};

static_assert(kernel<turned>);

} // namespace husk
