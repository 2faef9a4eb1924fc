// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/reciprocal.hpp>
#include <husk/transform/concept.hpp>

#include <array>
#include <optional>

namespace husk {

/// Colours as a network takes them: (colour - mean) / deviation, channel by channel. The defaults are
/// ImageNet's, for colours in [0, 1]. Images with one channel use the first, alpha stays as it is. Throws
/// husk::error for deviations that are not positive.
struct normalize {
    std::array<float, 3> mean{.485f, .456f, .406f};
    std::array<float, 3> deviation{.229f, .224f, .225f};

    /// Of colours times 256, but for last bits: multiplied instead of divided.
    struct scaled {
        std::array<float, 3> mean;
        std::array<simd::reciprocal, 3> by;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(p.r - mean[0]) * by[0], (p.g - mean[1]) * by[1], (p.b - mean[2]) * by[2]};
        }
    };

    /// Of colours that are numbers in [0, 1], or hardly more than 1, so that dividing is faster.
    struct bounded {
        static constexpr bool brief = true;

        std::array<float, 3> mean;
        std::array<simd::divisor, 3> deviation;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(p.r - mean[0]) / deviation[0], (p.g - mean[1]) / deviation[1],
                    (p.b - mean[2]) / deviation[2]};
        }
        template <class V>
        auto operator()(V grey) const -> V
        {
            return (grey - mean[0]) / deviation[0];
        }

        template <class Arch>
            requires simd::has_reciprocals<Arch>
        auto of_levels() const -> scaled
        {
            scaled s;
            for (std::size_t i = 0; i < 3; ++i) {
                s.mean[i] = 256 * mean[i];
                s.by[i] = simd::reciprocal::of<Arch>(256 * deviation[i].number);
            }
            return s;
        }

        friend auto operator==(bounded const&, bounded const&) -> bool = default;
    };

    struct kernel {
        static constexpr bool leaves_bounds = true;

        std::array<float, 3> mean, deviation;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(p.r - mean[0]) / deviation[0], (p.g - mean[1]) / deviation[1],
                    (p.b - mean[2]) / deviation[2]};
        }
        template <class V>
        auto operator()(V grey) const -> V
        {
            return (grey - mean[0]) / deviation[0];
        }

        /// A mean that is not small keeps differences to it from being so, unless they are 0.
        template <class Arch>
        auto within_bounds() const -> std::optional<bounded>
        {
            auto const fits = [](float n) { return simd::divisor::fits<Arch>(n); };
            for (std::size_t i = 0; i < 3; ++i)
                if (!fits(mean[i]) || !fits(deviation[i])) return {};
            auto const by = [](float n) { return simd::divisor::of<Arch>(n); };
            return bounded{mean, {by(deviation[0]), by(deviation[1]), by(deviation[2])}};
        }

        auto describe() const -> std::string
        {
            std::string numbers;
            for (std::size_t i = 0; i < 3; ++i)
                numbers += (i ? ", " : "") + detail::text(mean[i]) + "+-" + detail::text(deviation[i]);
            return "normalize{" + numbers + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel
    {
        for (float const d : deviation) detail::require(d > 0, "normalize.deviation", d, "must be positive");
        for (float const m : mean) detail::require(std::isfinite(m), "normalize.mean", m, "must be finite");
        return {mean, deviation};
    }
};

static_assert(transform<normalize>);

} // namespace husk
