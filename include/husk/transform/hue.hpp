// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/short_point.hpp>
#include <husk/kernel/turned_shorts.hpp>
#include <husk/transform/concept.hpp>

#include <optional>

namespace husk {

/// The H of HSV plus a shift in turns, in full precision (torchvision's adjust_hue for floats; Pillow has 256
/// hues), clamped to [0, 1]. The shift is uniform in an interval within [-.5, .5]; a third of a turn takes
/// red to green. Images with one channel stay. From u8 to u8, where nothing else computes, it is done in 16
/// bits: within .06 of a level of the colour, then rounded. Throws husk::error for other intervals.
struct hue {
    interval<float> shift{-.1f, .1f};

    /// Of colours that are numbers from 0 on, hardly more than 1. What a division by the range of a colour,
    /// its largest channel less its least, would give is left times the range: where the colour lies on the
    /// way from the largest channel to the next one, red to green to blue to red.
    struct bounded {
        int thirds; ///< of a turn: which channel takes the place of which
        float rest; ///< sixths of a turn, in [-1, 1]

        /// The product is exact in double, and so is the difference.
        template <class Arch>
        static auto by(float turns) -> bounded
        {
            double const sixths = double{turns} * 6;
            int const thirds = sixths < -1 ? -1 : sixths <= 1 ? 0 : 1;
            return {(thirds + 3) % 3, static_cast<float>(sixths - 2 * thirds)};
        }

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            if (thirds == 1) p = {p.b, p.r, p.g};
            if (thirds == 2) p = {p.g, p.b, p.r};
            V const peak = most(most(p.r, p.g), p.b), value = least(peak, 1.f);
            V const bottom = least(least(least(p.r, p.g), p.b), 1.f), range = value - bottom;
            auto const red = p.r == peak, green = p.g == peak;
            // From -range, where the channel before is as large, to range, where the next one is; and after
            // the shift, when the largest may fall.
            V const side = choose(red, p.g - p.b, choose(green, p.b - p.r, p.r - p.g));
            V const place = side + range * rest, near = clamped(place, V(0.f) - range, range);
            V const rises = most(near, 0.f);
            V const largest = value - absolute(place - near);
            V const next = bottom + rises, last = bottom + (rises - near);
            return {choose(red, largest, choose(green, last, next)),
                    choose(red, next, choose(green, largest, last)),
                    choose(red, last, choose(green, next, largest))};
        }
        friend auto operator==(bounded const&, bounded const&) -> bool = default;
    };

    /// The same of any numbers.
    struct clamping {
        bounded within;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            p = within(p);
            return {clamped(p.r), clamped(p.g), clamped(p.b)};
        }
        friend auto operator==(clamping const&, clamping const&) -> bool = default;
    };

    struct kernel {
        static constexpr bool needs_whole_pixels = true;

        float shift;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return clamping{bounded::by<V>(shift)}(p);
        }

        template <class Arch>
        auto prepared() const -> clamping
        {
            return {bounded::by<Arch>(shift)};
        }
        template <class Arch>
        auto within_bounds() const -> std::optional<bounded>
        {
            return bounded::by<Arch>(shift);
        }

        template <class Arch>
        auto over_bytes() const -> std::optional<detail::short_point<Arch, detail::turned_shorts>>
        {
            return detail::short_point<Arch, detail::turned_shorts>(detail::turned_shorts(shift));
        }

        auto describe() const -> std::string { return "hue{" + detail::text(shift) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("hue.shift", shift, {-.5f, .5f});
        return {g.in(shift)};
    }
};

static_assert(transform<hue>);

} // namespace husk
