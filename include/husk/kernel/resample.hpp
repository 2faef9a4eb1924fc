// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/resampled.hpp>
#include <husk/kernel/taps.hpp>
#include <husk/kernel/window.hpp>

namespace husk {

/// Part of an image, scaled: the box, which may begin and end within pixels, becomes `out`. The filter sees
/// the pixels of `seen` and nothing else. Horizontal and vertical are one pass each, over rows that stay in
/// the cache.
struct resample {
    struct span {
        double from, length; ///< along one axis of the source, in pixels

        friend auto operator==(span const&, span const&) -> bool = default;
    };

    rect seen;
    span across, down;
    extent out;
    filter kind = filter::bilinear;
    bool antialias = true;

    auto size(extent) const -> extent { return out; }

    template <class Chain>
    void join(Chain& c) const
    {
        window{c.size(), seen}.join(c);
        auto const how = c.what() == content::labels ? filter::nearest : kind;
        auto const smooth = antialias && c.what() == content::colours;
        auto const lay = [&](span s, int first, int length, int visible) {
            return lay_taps<typename Chain::architecture>(axis{s.from - first, s.length, length, visible},
                                                          how, smooth, c.memory());
        };
        auto const x = lay(across, seen.at.x, out.width, seen.size.width);
        auto const y = lay(down, seen.at.y, out.height, seen.size.height);
        bool const overshoots =
            how == filter::bicubic || how == filter::lanczos || how == filter::catmull_rom;
        c.push(resampled(c.rows(), x, y, out, overshoots && c.bounded(), !c.bounded(), c.memory()), out);
    }

    /// Where in the output a place of the source lies.
    auto forward(position p, extent) const -> position
    {
        auto const along = [](span s, float at, int length) {
            return static_cast<float>((double{at} - s.from) / s.length * length);
        };
        return {along(across, p.x, out.width), along(down, p.y, out.height)};
    }

    auto describe() const -> std::string
    {
        return "resample{" + detail::text(across.length) + "x" + detail::text(down.length) + " at (" +
               detail::text(across.from) + ", " + detail::text(down.from) + ") to " + to_string(out) + ", " +
               to_string(kind) + (antialias ? "" : ", not antialiased") + "}";
    }
    friend auto operator==(resample const&, resample const&) -> bool = default;
};

static_assert(kernel<resample>);

} // namespace husk
