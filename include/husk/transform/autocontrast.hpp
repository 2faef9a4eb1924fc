// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/extremes.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Each channel stretched from the range that it has to [0, 1]; a channel of one value stays, clamped
/// (torchvision's autocontrast; Pillow's without a cutoff).
struct autocontrast {
    /// Colours stretched from a range, which is known.
    struct stretched {
        static constexpr bool channels_apart = true;

        std::array<float, 3> low, scale;

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

        friend auto operator==(stretched const&, stretched const&) -> bool = default;

    private:
        template <class V>
        auto one(V v, std::size_t c) const -> V
        {
            return clamped((v - low[c]) * scale[c]);
        }
    };

    struct kernel {
        static constexpr int ends_walks = 1;

        auto size(extent in) const -> extent { return in; }

        template <class Chain>
        void join(Chain& c) const
        {
            if (c.what() == content::labels) return;
            auto const ranges = colour_extremes(c);
            stretched k{{0, 0, 0}, {1, 1, 1}};
            for (std::size_t i = 0; i < 3; ++i)
                if (ranges[i].low < ranges[i].high) {
                    k.low[i] = ranges[i].low;
                    k.scale[i] = 1 / (ranges[i].high - ranges[i].low);
                }
            c.recolour(k);
        }

        auto describe() const -> std::string { return "autocontrast{}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream&, extent) const -> kernel { return {}; }
};

static_assert(transform<autocontrast>);

} // namespace husk
