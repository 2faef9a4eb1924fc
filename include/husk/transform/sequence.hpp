// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/between.hpp>
#include <husk/transform/concept.hpp>

#include <optional>
#include <tuple>

namespace husk {

/// Kernels in an order that is known only when they have been drawn. Steps: count(), and visit(i, f) calls f
/// with the i-th kernel.
template <class Steps>
struct sequence {
    static constexpr int ends_walks = Steps::ends_walks;
    static constexpr bool needs_image = Steps::needs_image;
    static constexpr bool always_moves = Steps::always_moves;
    static constexpr int moving_walks = Steps::moving_walks;

    Steps steps;

    /// Calls f with every kernel, in order.
    template <class F>
    void each(F f) const
    {
        for (int i = 0; i < steps.count(); ++i) steps.visit(i, f);
    }

    auto size(extent e) const -> extent
    {
        each([&](auto const& k) { e = resized(k, e); });
        return e;
    }
    auto moves() const -> bool
    {
        bool all = true;
        each([&](auto const& k) { all = all && husk::moves(k); });
        return all;
    }
    auto composite_room(shape const& in) const -> std::size_t
    {
        detail::room_in_order all(in);
        int step = 0;
        each([&](auto const& k) { all.add(k, ++step == steps.count()); });
        return all.bytes();
    }

    template <class Arch, view From, writable_view To>
    void run(canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        if (steps.count() == 0) run_kernel<Arch>(unmoved{}, from, to, memory);
        else run_from<Arch>(0, from, to, memory);
    }

    template <class Chain>
    void join(Chain& c) const
    {
        each([&](auto const& k) { husk::join(k, c); });
    }

    auto describe() const -> std::string
    {
        std::string all;
        each([&](auto const& k) { all += (all.empty() ? "" : " | ") + k.describe(); });
        return all.empty() ? "nothing" : all;
    }
    friend auto operator==(sequence const&, sequence const&) -> bool = default;

private:
    template <class Arch, view From, writable_view To>
    void run_from(int step, canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        steps.visit(step, [&](auto const& k) {
            detail::run_in_order<Arch>(
                k, from, to, step + 1 == steps.count(), memory,
                [&](auto const& between) { run_from<Arch>(step + 1, between, to, memory); });
        });
    }
};

/// Steps of several types: some of them, in any order, each at most once.
template <kernel... Ks>
struct picked {
    static constexpr bool needs_image = (husk::needs_image<Ks> || ...);
    static constexpr bool always_moves = (only_moves<Ks> && ...);
    static constexpr int moving_walks = (husk::moving_walks<Ks> + ...);
    /// At most: in the worst order one that computes stands before each that needs an image.
    static constexpr int ends_walks =
        (husk::ends_walks<Ks> + ...) +
        std::min(((husk::needs_image<Ks> ? 1 : 0) + ...), ((only_moves<Ks> ? 0 : 1) + ...));

    std::tuple<std::optional<Ks>...> kernels; ///< empty: those that were not picked
    std::array<std::uint8_t, sizeof...(Ks)> order{};
    int length = 0; ///< how much of the order counts

    auto count() const -> int { return length; }

    template <class F>
    void visit(int step, F&& f) const
    {
        visit_one(order[static_cast<std::size_t>(step)], f, std::index_sequence_for<Ks...>{});
    }

    friend auto operator==(picked const&, picked const&) -> bool = default;

private:
    template <class F, std::size_t... I>
    void visit_one(std::size_t which, F& f, std::index_sequence<I...>) const
    {
        ((which == I ? f(*std::get<I>(kernels)) : void()), ...);
    }
};

namespace detail {

/// The first `length` of a random order of the options. Each is drawn from its own fork, so that changing one
/// never changes the luck of another, for the size that the image has by then; those that were not picked are
/// drawn as well: an impossible parameter must not wait for its turn.
template <transform... Ts, std::size_t... I>
auto draw_picked(std::tuple<Ts...> const& options, stream& g, extent in, int length,
                 std::index_sequence<I...>)
{
    sequence<picked<kernel_of<Ts>...>> all;
    auto& p = all.steps;
    g.permutation(std::span<std::uint8_t>(p.order));
    extent now = in;
    int step = 0;
    auto const draw_one = [&]<std::size_t J>(std::integral_constant<std::size_t, J>, std::size_t which) {
        if (which != J) return;
        auto luck = g.fork(J);
        bool const counts = step < length;
        auto k = std::get<J>(options).draw(luck, counts ? now : in);
        if (!counts) return;
        now = resized(k, now);
        std::get<J>(p.kernels) = std::move(k);
    };
    for (; step < static_cast<int>(sizeof...(Ts)); ++step)
        (draw_one(std::integral_constant<std::size_t, I>{}, p.order[static_cast<std::size_t>(step)]), ...);
    p.length = length;
    return all;
}

} // namespace detail
} // namespace husk
