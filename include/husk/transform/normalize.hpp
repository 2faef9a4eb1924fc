// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

#include <array>

namespace husk {

/// Colours as a network takes them: (colour - mean) / deviation, channel by channel. The defaults are
/// ImageNet's, for colours in [0, 1]. Images with one channel use the first, alpha stays as it is. Throws
/// husk::error for deviations that are not positive.
struct normalize {
    std::array<float, 3> mean{.485f, .456f, .406f};
    std::array<float, 3> deviation{.229f, .224f, .225f};

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
