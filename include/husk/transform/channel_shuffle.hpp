// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/shuffled_bytes.hpp>
#include <husk/transform/concept.hpp>

#include <array>
#include <optional>

namespace husk {

/// Red, green and blue in a random order, all six of which are equally likely. Images with one channel stay.
struct channel_shuffle {
    struct kernel {
        std::array<std::uint8_t, 3> from; ///< which channel each one is taken from

        template <class V>
        auto operator()(rgb<V> p) const -> rgb<V>
        {
            V const channels[]{p.r, p.g, p.b};
            return {channels[from[0]], channels[from[1]], channels[from[2]]};
        }

        template <class Arch>
        auto over_bytes() const -> std::optional<detail::shuffled_bytes<Arch>>
        {
            return detail::shuffled_bytes<Arch>(from);
        }

        auto describe() const -> std::string
        {
            std::string order;
            for (auto const c : from) order += "rgb"[c];
            return "channel_shuffle{" + order + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent) const -> kernel
    {
        kernel k{};
        g.permutation(std::span<std::uint8_t>(k.from));
        return k;
    }
};

static_assert(transform<channel_shuffle>);

} // namespace husk
