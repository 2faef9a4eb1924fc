// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// The negative of what is bright: 1 - c where c >= threshold, else c (torchvision's solarize; of 8-bit
/// levels, Pillow's with the threshold 128). The threshold lies in [0, 1]; 0 inverts. Throws husk::error for
/// others.
struct solarize {
    float threshold = .5f;

    struct kernel {
        static constexpr bool channels_apart = true;

        float threshold;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            return choose(V(threshold) <= v, V(1.f) - v, v);
        }

        auto describe() const -> std::string { return "solarize{" + detail::text(threshold) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel
    {
        detail::require(threshold >= 0 && threshold <= 1, "solarize.threshold", threshold,
                        "must lie in [0, 1]");
        return {threshold};
    }
};

static_assert(transform<solarize>);

} // namespace husk
