// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/stage.hpp>

namespace husk {

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
