// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/between.hpp>
#include <husk/transform/concept.hpp>

#include <optional>

namespace husk {

/// A kernel, or nothing at all.
template <kernel K>
struct perhaps {
    static constexpr int ends_walks = husk::ends_walks<K>;
    static constexpr bool needs_image = husk::needs_image<K>;
    static constexpr bool always_moves = only_moves<K>;
    static constexpr int moving_walks = husk::moving_walks<K>;

    std::optional<K> chosen;

    auto size(extent in) const -> extent { return chosen ? resized(*chosen, in) : in; }
    auto moves() const -> bool { return !chosen || husk::moves(*chosen); }
    auto composite_room(shape const& in) const -> std::size_t
    {
        return std::max(chosen ? room(*chosen, in) : 0, room(unmoved{}, in));
    }

    template <class Arch, view From, writable_view To>
    void run(canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        if (chosen) run_kernel<Arch>(*chosen, from, to, memory);
        else run_kernel<Arch>(unmoved{}, from, to, memory);
    }

    template <class Chain>
    void join(Chain& c) const
    {
        if (chosen) husk::join(*chosen, c);
    }

    auto describe() const -> std::string { return chosen ? chosen->describe() : "nothing"; }
    friend auto operator==(perhaps const&, perhaps const&) -> bool = default;
};

/// A transform that happens with some probability: see maybe().
template <transform T>
struct sometimes {
    float probability;
    T inner;

    /// The inner transform is drawn in any case: an impossible parameter must not wait for its turn.
    auto draw(stream& g, extent in) const -> perhaps<kernel_of<T>>
    {
        detail::require_probability("maybe.probability", probability);
        bool const happens = g.chance(probability);
        auto luck = g.fork(0);
        auto chosen = inner.draw(luck, in);
        auto const out = resized(chosen, in);
        detail::require(out == in, "maybe's output size", out, "must be the input's, ", in,
                        ", as the transform may not happen");
        if (!happens) return {};
        return {std::move(chosen)};
    }
};

/// `t` with probability `p` in [0, 1], otherwise nothing. `t` must keep the size of its image.
template <transform T>
constexpr auto maybe(float p, T t) -> sometimes<T>
{
    return {p, std::move(t)};
}

} // namespace husk
