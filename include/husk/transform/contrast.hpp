// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/mean.hpp>
#include <husk/transform/concept.hpp>

#include <optional>

namespace husk {

/// The distance of colours to a mean times a factor: factor c + (1 - factor) mean, clamped to [0, 1]. The
/// mean is the image's mean luma (torchvision's adjust_contrast), or each channel's own (`by_channel`: BYOL,
/// and SimCLR by TensorFlow). The factor is uniform in an interval within [0, 1000]; 1 changes nothing, 0 is
/// one colour. Throws husk::error for other intervals.
struct contrast {
    interval<float> factor{.6f, 1.4f};
    bool by_channel = false;

    /// Colours from 0 on towards a mean, which is known: they stay there.
    struct towards {
        static constexpr bool channels_apart = true;

        float factor;
        std::array<float, 3> rest;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {least(p.r * factor + rest[0], 1.f), least(p.g * factor + rest[1], 1.f),
                    least(p.b * factor + rest[2], 1.f)};
        }
        template <class V>
        auto operator()(V grey) const -> V
        {
            return least(grey * factor + rest[0], 1.f);
        }

        friend auto operator==(towards const&, towards const&) -> bool = default;
    };

    /// Colours about a mean, which is known.
    struct about {
        static constexpr bool channels_apart = true;

        float factor;
        std::array<float, 3> rest; ///< (1 - factor) mean

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {clamped(p.r * factor + rest[0]), clamped(p.g * factor + rest[1]),
                    clamped(p.b * factor + rest[2])};
        }
        template <class V>
        auto operator()(V grey) const -> V
        {
            return clamped(grey * factor + rest[0]);
        }

        template <class Arch>
        auto within_bounds() const -> std::optional<towards>
        {
            for (float const r : rest)
                if (!(r >= 0)) return std::nullopt;
            return towards{factor, rest};
        }

        friend auto operator==(about const&, about const&) -> bool = default;
    };

    struct kernel {
        static constexpr int ends_walks = 1;

        float factor;
        bool by_channel;

        auto size(extent in) const -> extent { return in; }

        template <class Chain>
        void join(Chain& c) const
        {
            if (c.what() == content::labels) return;
            about k{factor, {}};
            if (by_channel) k.rest = mean_colour(c);
            else k.rest[0] = k.rest[1] = k.rest[2] = mean_luma(c);
            // The product is exact in double, so that nothing is gained by fusing it with a sum.
            for (auto& r : k.rest) r = static_cast<float>(double{1 - factor} * double{r});
            c.recolour(k);
        }

        auto describe() const -> std::string
        {
            return "contrast{" + detail::text(factor) + (by_channel ? ", by channel}" : "}");
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("contrast.factor", factor, {0.f, 1000.f});
        return {g.in(factor), by_channel};
    }
};

static_assert(transform<contrast>);

} // namespace husk
