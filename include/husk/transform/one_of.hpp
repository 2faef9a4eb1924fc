// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/between.hpp>
#include <husk/transform/concept.hpp>

#include <optional>
#include <tuple>
#include <variant>

namespace husk {

/// One kernel out of several.
template <kernel... Ks>
struct either {
    static constexpr int ends_walks = std::max({husk::ends_walks<Ks>...});
    static constexpr bool needs_image = (husk::needs_image<Ks> || ...);
    static constexpr bool always_moves = (only_moves<Ks> && ...);
    static constexpr int moving_walks = std::max({husk::moving_walks<Ks>...});

    std::variant<Ks...> chosen;

    auto size(extent in) const -> extent
    {
        return std::visit([&](auto const& k) { return resized(k, in); }, chosen);
    }
    auto moves() const -> bool
    {
        return std::visit([](auto const& k) { return husk::moves(k); }, chosen);
    }
    auto composite_room(shape const& in) const -> std::size_t
    {
        return std::visit([&](auto const& k) { return room(k, in); }, chosen);
    }

    template <class Arch, view From, writable_view To>
    void run(canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        std::visit([&](auto const& k) { run_kernel<Arch>(k, from, to, memory); }, chosen);
    }

    template <class Chain>
    void join(Chain& c) const
    {
        std::visit([&](auto const& k) { husk::join(k, c); }, chosen);
    }

    auto describe() const -> std::string
    {
        return std::visit([](auto const& k) { return k.describe(); }, chosen);
    }
    friend auto operator==(either const&, either const&) -> bool = default;
};

/// A transform that picks one of several, each equally likely: see one_of().
template <transform... Ts>
struct choice {
    std::tuple<Ts...> options;

    /// Every option is drawn, each from its own fork: an impossible parameter must not wait for its turn, and
    /// changing one option never changes the luck of another.
    auto draw(stream& g, extent in) const -> either<kernel_of<Ts>...>
    {
        auto const picked = g.below(sizeof...(Ts));
        return draw_all(g, in, picked, std::index_sequence_for<Ts...>{});
    }

private:
    template <std::size_t... I>
    auto draw_all(stream const& g, extent in, std::uint32_t picked, std::index_sequence<I...>) const
    {
        using result = either<kernel_of<Ts>...>;
        std::optional<result> out;
        auto const draw_one = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
            auto luck = g.fork(J);
            auto k = std::get<J>(options).draw(luck, in);
            if (J == picked)
                out = result{std::variant<kernel_of<Ts>...>(std::in_place_index<J>, std::move(k))};
        };
        (draw_one(std::integral_constant<std::size_t, I>{}), ...);
        return *std::move(out);
    }
};

/// One of the transforms, each with the same probability.
template <transform... Ts>
    requires(sizeof...(Ts) > 0)
constexpr auto one_of(Ts... options) -> choice<Ts...> { return {{std::move(options)...}}; }

} // namespace husk
