// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/luma.hpp>
#include <husk/kernel/saturated_shorts.hpp>
#include <husk/kernel/short_point.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Colours away from grey, or towards it: factor c + (1 - factor) luma, clamped to [0, 1] (torchvision's
/// adjust_saturation); or, `in_hsv`, the S of HSV times the factor and at most 1 (BYOL, and SimCLR by
/// TensorFlow), which keeps the largest channel. The factor is uniform in an interval within [0, 1000]; 1
/// changes nothing, 0 is grey. Images with one channel stay. From u8 to u8, where nothing else computes, the
/// former is done in 16 bits for factors up to 2: within .03 of a level of the colour, then rounded. Throws
/// husk::error for other intervals.
struct saturation {
    interval<float> factor{.6f, 1.4f};
    bool in_hsv = false;

    /// Towards grey, of colours from 0 on, which stay there.
    struct towards_grey {
        float factor;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const rest = luma(p) * (1 - factor);
            return {least(p.r * factor + rest, 1.f), least(p.g * factor + rest, 1.f),
                    least(p.b * factor + rest, 1.f)};
        }

        friend auto operator==(towards_grey const&, towards_grey const&) -> bool = default;
    };

    struct kernel {
        static constexpr bool needs_whole_pixels = true;

        float factor;
        bool in_hsv;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return in_hsv ? below_value(p) : about_luma(p);
        }

        template <class Arch>
        auto within_bounds() const -> std::optional<towards_grey>
        {
            if (in_hsv || factor > 1) return std::nullopt;
            return towards_grey{factor};
        }

        template <class Arch>
        auto over_bytes() const -> std::optional<detail::short_point<Arch, detail::saturated_shorts>>
        {
            if (in_hsv || factor > detail::saturated_shorts::most) return std::nullopt;
            return detail::short_point<Arch, detail::saturated_shorts>(detail::saturated_shorts(factor));
        }

        auto describe() const -> std::string
        {
            return "saturation{" + detail::text(factor) + (in_hsv ? ", in HSV}" : "}");
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;

    private:
        template <class V>
        auto about_luma(rgb<V> p) const -> rgb<V>
        {
            V const rest = luma(p) * (1 - factor);
            return {clamped(p.r * factor + rest), clamped(p.g * factor + rest), clamped(p.b * factor + rest)};
        }

        // S is (value - least) / value. Times f, all distances to the value are; S is 1 when the least is 0.
        template <class V>
        auto below_value(rgb<V> p) const -> rgb<V>
        {
            V const value = most(most(p.r, p.g), p.b);
            V const range = value - least(least(p.r, p.g), p.b);
            V const f = least(value / choose(range == 0.f, 1.f, range), factor);
            return {clamped(value - (value - p.r) * f), clamped(value - (value - p.g) * f),
                    clamped(value - (value - p.b) * f)};
        }
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("saturation.factor", factor, {0.f, 1000.f});
        return {g.in(factor), in_hsv};
    }
};

static_assert(transform<saturation>);

} // namespace husk
