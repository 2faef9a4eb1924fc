// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/between.hpp>
#include <husk/transform/concept.hpp>

#include <iosfwd>
#include <tuple>

namespace husk {

namespace detail {

template <kernel... Ks>
consteval auto walks_ended() -> int
{
    int ended = 0;
    bool computing = false;
    auto const step = [&](int ends, bool needs_image, bool keeps_image) {
        ended += ends + (needs_image && computing ? 1 : 0);
        computing = !keeps_image;
    };
    (step(husk::ends_walks<Ks>, husk::needs_image<Ks>, only_moves<Ks>), ...);
    return ended;
}

template <kernel... Ks>
inline constexpr bool first_needs_image = false;
template <kernel K, kernel... Ks>
inline constexpr bool first_needs_image<K, Ks...> = husk::needs_image<K>;

} // namespace detail

/// Kernels in order: what was drawn for one image. A plan is a value: copy it, compare it, print it, run it
/// again on another image of the same size.
template <kernel... Ks>
struct plan {
    static constexpr bool always_moves = (only_moves<Ks> && ...);
    static constexpr int ends_walks = detail::walks_ended<Ks...>();
    static constexpr bool needs_image = detail::first_needs_image<Ks...>;
    static constexpr int moving_walks = std::max((0 + ... + husk::moving_walks<Ks>), 1);
    /// How often all pixels are walked over, at most: once for each step where steps only move pixels, else
    /// once into the target and once for every image that must be seen as a whole on the way.
    static constexpr int walks = always_moves ? moving_walks : ends_walks + 1;

    std::tuple<Ks...> steps;
    extent in; ///< the size of image that it was drawn for

    auto size() const -> extent { return size(in); }
    auto size(extent e) const -> extent
    {
        std::apply([&](auto const&... k) { ((e = resized(k, e)), ...); }, steps);
        return e;
    }

    /// Whether pixels are only moved, which is done bit for bit in whatever elements they have.
    auto moves() const -> bool
    {
        return std::apply([](auto const&... k) { return (husk::moves(k) && ...); }, steps);
    }

    auto composite_room(shape const& s) const -> std::size_t;

    /// Moves the pixels step by step, the last time straight into `to`.
    template <class Arch, view From, writable_view To>
    void run(canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        if constexpr (sizeof...(Ks) == 0) run_kernel<Arch>(unmoved{}, from, to, memory);
        else if constexpr ((may_move<Ks> && ...)) run_from<Arch, 0>(from, to, memory);
    }

    /// Computes the pixels, row by row through all steps.
    template <class Chain>
    void join(Chain& c) const
    {
        std::apply([&](auto const&... k) { (husk::join(k, c), ...); }, steps);
    }

    /// The steps in words, for debugging.
    auto describe() const -> std::string
    {
        std::string all;
        auto const add = [&](std::string const& s) { all += (all.empty() ? "" : " | ") + s; };
        std::apply([&](auto const&... k) { (add(k.describe()), ...); }, steps);
        return all;
    }

    friend auto operator==(plan const&, plan const&) -> bool = default;
    friend auto operator<<(std::ostream& out, plan const& p) -> std::ostream& { return out << p.describe(); }

private:
    template <class Arch, std::size_t I, view From, writable_view To>
    void run_from(canvas<From> const& from, canvas<To> const& to, arena memory) const;
};

/// What running a plan does, in words: the steps of a walk over all pixels are parted by "|", walks by
/// "then".
template <kernel... Ks>
auto describe(plan<Ks...> const& p) -> std::string
{
    if constexpr ((may_move<Ks> && ...))
        if (p.moves()) return p.describe();
    std::string story;
    arena count;
    chain<simd::best, packed<std::uint8_t const>> c({nullptr, p.in}, content::colours, count, &story);
    p.join(c);
    return story;
}

template <kernel... Ks>
auto plan<Ks...>::composite_room(shape const& s) const -> std::size_t
{
    detail::room_in_order all(s);
    std::size_t step = 0;
    std::apply([&](auto const&... k) { (all.add(k, ++step == sizeof...(Ks)), ...); }, steps);
    return all.bytes();
}

template <kernel... Ks>
template <class Arch, std::size_t I, view From, writable_view To>
void plan<Ks...>::run_from(canvas<From> const& from, canvas<To> const& to, arena memory) const
{
    constexpr bool last = I + 1 == sizeof...(Ks);
    detail::run_in_order<Arch>(std::get<I>(steps), from, to, last, memory, [&](auto const& between) {
        if constexpr (!last) run_from<Arch, I + 1>(between, to, memory);
    });
}

} // namespace husk
