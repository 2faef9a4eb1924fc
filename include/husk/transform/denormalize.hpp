// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/normalize.hpp>

namespace husk {

/// normalize, undone: colour = value * deviation + mean, so that what a network is given can be looked at.
/// Into u8 it is the picture that was normalised. Images with one channel use the first, alpha stays as it
/// is. Throws husk::error for what normalize refuses.
struct denormalize {
    std::array<float, 3> mean = normalize{}.mean;
    std::array<float, 3> deviation = normalize{}.deviation;

    struct kernel {
        static constexpr bool leaves_bounds = true;
        static constexpr bool brief = true;

        normalize::kernel undone;

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            return {one(p.r, 0), one(p.g, 1), one(p.b, 2)};
        }
        template <class V>
        auto operator()(V grey) const -> V
        {
            return one(grey, 0);
        }

        auto describe() const -> std::string { return "de" + undone.describe(); }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;

    private:
        template <class V>
        auto one(V v, std::size_t c) const -> V
        {
            return v * undone.deviation[c] + undone.mean[c];
        }
    };

    auto draw(stream& g, extent in) const -> kernel { return {normalize{mean, deviation}.draw(g, in)}; }
};

static_assert(transform<denormalize>);

} // namespace husk
