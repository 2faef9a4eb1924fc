// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// Colours plus a shift, clamped to [0, 1]: the additive brightness of BYOL, of SimCLR's first version and of
/// TensorFlow. The shift is uniform in an interval within [-1, 1]. Throws husk::error for other intervals.
struct brightness_shift {
    interval<float> shift{-.4f, .4f};

    struct kernel {
        static constexpr bool channels_apart = true;

        float shift;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
        }
        template <class V>
        auto operator()(V v) const -> V
        {
            return clamped(v + shift);
        }

        auto describe() const -> std::string { return "brightness_shift{" + detail::text(shift) + "}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        detail::require_interval("brightness_shift.shift", shift, {-1.f, 1.f});
        return {g.in(shift)};
    }
};

static_assert(transform<brightness_shift>);

} // namespace husk
