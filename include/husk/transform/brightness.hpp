// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

#include <optional>

namespace husk {

/// Colours times a factor, clamped to [0, 1] (torchvision's adjust_brightness). The factor is uniform in an
/// interval within [0, 1000]; 1 changes nothing, 0 is black. Throws husk::error for other intervals.
struct brightness {
    interval<float> factor{.6f, 1.4f};

    /// Of colours from 0 on, which stay there.
    struct bounded {
        static constexpr bool channels_apart = true;

        float factor;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            return least(v * factor, 1.f);
        }

        friend auto operator==(bounded const&, bounded const&) -> bool = default;
    };

    struct kernel {
        static constexpr bool channels_apart = true;

        float factor;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            return clamped(v * factor);
        }

        template <class Arch>
        auto within_bounds() const -> std::optional<bounded>
        {
            return bounded{factor};
        }

        auto describe() const -> std::string { return "brightness{" + detail::text(factor) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("brightness.factor", factor, {0.f, 1000.f});
        return {g.in(factor)};
    }
};

static_assert(transform<brightness>);

} // namespace husk
