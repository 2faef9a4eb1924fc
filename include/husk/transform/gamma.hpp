// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/power.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Colours, clamped to [0, 1], to the power of a factor (torchvision's adjust_gamma). The factor is uniform
/// in an interval within [0, 8]; above 1 darkens, 1 changes nothing. Throws husk::error for other intervals.
struct gamma {
    interval<float> factor{.7f, 1.4f};

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
            return power(clamped(v), factor);
        }

        auto describe() const -> std::string { return "gamma{" + detail::text(factor) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("gamma.factor", factor, {0.f, 8.f});
        return {g.in(factor)};
    }
};

static_assert(transform<gamma>);

} // namespace husk
