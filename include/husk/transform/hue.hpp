// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// The H of HSV plus a shift in turns, in full precision (torchvision's adjust_hue for floats; Pillow has 256
/// hues), clamped to [0, 1]. The shift is uniform in an interval within [-.5, .5]; a third of a turn takes
/// red to green. Images with one channel stay. Throws husk::error for other intervals.
struct hue {
    interval<float> shift{-.1f, .1f};

    struct kernel {
        float shift;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const value = most(most(p.r, p.g), p.b);
            V const range = value - least(least(p.r, p.g), p.b);
            auto const red = p.r == value, green = p.g == value;
            V const side = choose(red, p.g - p.b, choose(green, p.b - p.r, p.r - p.g));
            V const start = choose(red, V(1.f), choose(green, V(3.f), V(5.f)));
            // The shift in sixths of a turn, not negative. The product is exact in double.
            V const turned = static_cast<float>(double{shift} * 6 + (shift < 0 ? 6 : 0));
            // Sixths of a turn, one more than H has: in [0, 12), and then in [0, 6).
            V const sixths = wrapped(start + side / choose(range == 0.f, 1.f, range) + turned);
            return {below(value, range, wrapped(sixths + 4.f)), below(value, range, wrapped(sixths + 2.f)),
                    below(value, range, sixths)};
        }

        auto describe() const -> std::string { return "hue{" + detail::text(shift) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;

    private:
        template <class V>
        static auto wrapped(V sixths) -> V
        {
            return choose(V(6.f) <= sixths, sixths - 6.f, sixths);
        }
        /// A channel falls from the value within a sixth, stays for two, and rises again.
        template <class V>
        static auto below(V value, V range, V sixths) -> V
        {
            return clamped(value - range * clamped(least(sixths, V(4.f) - sixths)));
        }
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("hue.shift", shift, {-.5f, .5f});
        return {g.in(shift)};
    }
};

static_assert(transform<hue>);

} // namespace husk
