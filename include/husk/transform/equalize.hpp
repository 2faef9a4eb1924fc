// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/histogram.hpp>
#include <husk/transform/concept.hpp>

#include <algorithm>

namespace husk {

/// Each channel's 256 levels spread so that all are about equally frequent (Pillow's ImageOps.equalize,
/// exactly). Colours of other elements than u8 are clamped to [0, 1] and rounded to 8-bit levels first.
struct equalize {
    /// Levels replaced by others, which are known.
    struct looked_up {
        static constexpr bool channels_apart = true;

        using table = std::array<std::uint8_t, 256>;
        std::array<table, 3> tables;

        template <class Arch>
        void recolour(row const& r, int) const
        {
            for (int c = 0; c < (r.channels == 1 ? 1 : 3); ++c) {
                auto* const colours = r[c];
                auto const& t = tables[static_cast<std::size_t>(c)];
                to_levels<Arch>(colours, r.width, colours);
                for (int x = 0; x < r.width; ++x)
                    colours[x] = static_cast<float>(t[static_cast<std::size_t>(colours[x])]) / 255;
            }
        }

        friend auto operator==(looked_up const&, looked_up const&) -> bool = default;
    };

    struct kernel {
        static constexpr int ends_walks = 1;

        auto size(extent in) const -> extent { return in; }

        template <class Chain>
        void join(Chain& c) const
        {
            if (c.what() == content::labels) return;
            auto const counts = colour_histograms(c);
            looked_up k;
            for (std::size_t i = 0; i < 3; ++i) k.tables[i] = spread<typename Chain::architecture>(counts[i]);
            c.recolour(k);
        }

        auto describe() const -> std::string { return "equalize{}"; }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;

    private:
        /// A level becomes the number of colours below it, half a step more, in steps: 255 of them make up
        /// all colours but those of the highest level. Too few to make a step change nothing.
        template <class Arch>
        static auto spread(histogram const& counts) -> looked_up::table
        {
            std::int64_t all = 0, highest = 0;
            for (auto const n : counts) {
                all += n;
                if (n > 0) highest = n;
            }
            auto const step = (all - highest) / 255;
            looked_up::table t;
            std::int64_t below = step / 2;
            for (std::size_t level = 0; level < t.size(); ++level) {
                auto const to = step == 0 ? static_cast<std::int64_t>(level) : below / step;
                t[level] = static_cast<std::uint8_t>(std::min<std::int64_t>(to, 255));
                below += counts[level];
            }
            return t;
        }
    };

    auto draw(stream&, extent) const -> kernel { return {}; }
};

static_assert(transform<equalize>);

} // namespace husk
