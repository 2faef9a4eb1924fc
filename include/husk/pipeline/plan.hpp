// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

#include <iosfwd>
#include <tuple>

namespace husk {

/// Kernels in order: what was drawn for one image. A plan is a value: copy it, compare it, print it, run it
/// again on another image of the same size.
template <kernel... Ks>
struct plan {
    std::tuple<Ks...> steps;
    extent in; ///< the size of image that it was drawn for

    auto size() const -> extent { return size(in); }
    auto size(extent e) const -> extent
    {
        std::apply([&](auto const&... k) { ((e = k.size(e)), ...); }, steps);
        return e;
    }

    auto composite_room(shape const& s) const -> std::size_t;

    /// Runs the steps in order, the last one straight into `to`.
    template <class Arch, view From, writable_view To>
    void run(canvas<From> const& from, canvas<To> const& to, arena memory) const
    {
        if constexpr (sizeof...(Ks) == 0) run_kernel<Arch>(unmoved{}, from, to, memory);
        else run_from<Arch, 0>(from, to, memory);
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

/// What a plan does, in words.
template <kernel... Ks>
auto describe(plan<Ks...> const& p) -> std::string
{
    return p.describe();
}

// An intermediate image is packed, without gaps, and lives until the end of the plan: there are few of them.
template <kernel... Ks>
auto plan<Ks...>::composite_room(shape const& s) const -> std::size_t
{
    if constexpr (sizeof...(Ks) == 0) return room(unmoved{}, s);
    std::size_t images = 0, most = 0, step = 0;
    shape at = s;
    auto const count = [&](auto const& k) {
        most = std::max(most, room(k, at));
        at.size = k.size(at.size);
        if (++step < sizeof...(Ks)) images += arena::bytes<std::byte>(at.elements() * at.element_bytes);
    };
    std::apply([&](auto const&... k) { (count(k), ...); }, steps);
    return images + most;
}

template <kernel... Ks>
template <class Arch, std::size_t I, view From, writable_view To>
void plan<Ks...>::run_from(canvas<From> const& from, canvas<To> const& to, arena memory) const
{
    auto const& step = std::get<I>(steps);
    if constexpr (I + 1 == sizeof...(Ks)) run_kernel<Arch>(step, from, to, memory.rest());
    else {
        using element = element_of<To>;
        shape const s{step.size(from.pixels.size), to.pixels.channels, sizeof(element)};
        packed<element> const between{memory.take<element>(s.elements()).data(), s.size, s.channels};
        coordinate_map origins;
        if (to.origins) origins = coordinate_map(s.size);
        run_kernel<Arch>(step, from, canvas<packed<element>>{between, to.origins ? &origins : nullptr},
                         memory.rest());
        run_from<Arch, I + 1>(canvas<packed<element const>>{between, to.origins ? &origins : nullptr}, to,
                              memory);
    }
}

} // namespace husk
