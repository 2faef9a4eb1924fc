// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/short_point.hpp>
#include <husk/kernel/turned_shorts.hpp>
#include <husk/transform/concept.hpp>

#include <utility>

namespace husk {

/// The H of HSV plus a shift in turns, in full precision (torchvision's adjust_hue for floats; Pillow has 256
/// hues), clamped to [0, 1]. The shift is uniform in an interval within [-.5, .5]; a third of a turn takes
/// red to green. Images with one channel stay. From u8 to u8, where nothing else computes, it is done in 16
/// bits: within .06 of a level of the colour, then rounded. Throws husk::error for other intervals.
struct hue {
    interval<float> shift{-.1f, .1f};

    /// From colours to their value, the distance of the least to it, and sixths of a turn, one more than H
    /// has, after the shift: in [0, 12].
    struct turned {
        float shift;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const value = most(most(p.r, p.g), p.b);
            V const range = value - least(least(p.r, p.g), p.b);
            auto const red = p.r == value, green = p.g == value;
            V const side = choose(red, p.g - p.b, choose(green, p.b - p.r, p.r - p.g));
            V const start = choose(red, V(1.f), V(5.f) - where(green, V(2.f)));
            // In sixths of a turn, not negative. The product is exact in double.
            V const sixths = static_cast<float>(double{shift} * 6 + (shift < 0 ? 6 : 0));
            return {value, range, start + side / (range + where(range == 0.f, V(1.f))) + sixths};
        }
        friend auto operator==(turned const&, turned const&) -> bool = default;
    };

    /// And back.
    struct coloured {
        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const value = p.r, range = p.g;
            V const sixths = p.b - where(V(6.f) <= p.b, V(6.f)); // in [0, 6]
            // How far a channel falls: it rises within a sixth, stays for two, and falls again. Red is two
            // sixths and green four before blue, and these differences are exact.
            V const red = V(2.f) - absolute(sixths + 4.f - 8.f);
            V const green = absolute(sixths + 2.f - 5.f) - 1.f;
            V const blue = least(sixths, V(4.f) - sixths);
            auto const below = [&](V falls) { return clamped(value - range * clamped(falls)); };
            return {below(red), below(green), below(blue)};
        }
        friend auto operator==(coloured const&, coloured const&) -> bool = default;
    };

    struct kernel {
        static constexpr bool needs_whole_pixels = true;

        float shift;

        template <class Arch>
        auto halves() const -> std::pair<turned, coloured>
        {
            return {{shift}, {}};
        }

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return coloured{}(turned{shift}(p));
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
