// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>
#include <husk/pipeline/compose.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/simd/arch.hpp>

namespace husk {

namespace detail {

template <view V>
constexpr auto view_of(V v) -> V
{
    return v;
}
template <class T, template <class> class L>
auto view_of(image<T, L> const& i)
{
    return i.view();
}
template <class T, template <class> class L>
auto view_of(image<T, L>& i)
{
    return i.view();
}

} // namespace detail

/// Something with pixels: a view, or an image that owns them.
template <class P>
concept pixels = requires(P& p)
{
    {
        detail::view_of(p)
        } -> view;
};

/// Pixels that may be written to.
template <class P>
concept writable_pixels = requires(P& p)
{
    {
        detail::view_of(p)
        } -> writable_view;
};

namespace detail {

template <kernel... Ks, view S, writable_view D>
void check_run(plan<Ks...> const& p, S const& source, D const& target)
{
    static_assert(std::same_as<std::remove_const_t<element_of<S>>, element_of<D>>,
                  "husk: source and target must have the same element type");
    check("source", source);
    check("target", target);
    require(source.size == p.in, "source.size", source.size, "the plan was drawn for ", p.in);
    require(target.size == p.size(), "target.size", target.size, "the plan makes ", p.size());
    require(target.channels == source.channels, "target.channels", target.channels, "must be the source's, ",
            source.channels);
    require(!overlap(source, target), "target", "overlapping the source", "must be other memory");
}

/// Draws and memory come before this line, the instruction set below it.
template <class Arch, kernel... Ks, view S, writable_view D>
void run_plan(plan<Ks...> const& p, S source, D target, workspace& memory, coordinate_map* from,
              coordinate_map* to)
{
    check_run(p, source, target);
    shape const s{source.size, source.channels, sizeof(element_of<D>)};
    auto const room = memory.fit(p.composite_room(s));
    p.template run<Arch>(canvas<S>{source, from}, canvas<D>{target, to}, room);
}

} // namespace detail

/// Settles every random choice of `t` for an image of size `in`: the same key, the same plan.
/// Throws husk::error for parameters that are impossible, or impossible for this size.
template <transform T>
auto draw(T const& t, key const& k, extent in)
{
    detail::require(!in.empty(), "source.size", in, "must be positive");
    stream g(k);
    if constexpr (requires { t.stages; }) return t.draw(g, in);
    else return compose(t).draw(g, in);
}

/// Runs a plan from `source` into `target`, which has the plan's size() and the source's channels and
/// elements. Throws husk::error, before anything is written, for views that are null, misshapen, of another
/// size, or overlap.
template <class Arch = simd::best, kernel... Ks, pixels S, writable_pixels D>
void execute(plan<Ks...> const& p, S const& source, D&& target, workspace& memory)
{
    detail::run_plan<Arch>(p, detail::view_of(source), detail::view_of(target), memory, nullptr, nullptr);
}

/// The same, and where each pixel of the target came from.
template <class Arch = simd::best, kernel... Ks, pixels S, writable_pixels D>
auto trace(plan<Ks...> const& p, S const& source, D&& target, workspace& memory) -> coordinate_map
{
    auto const from_view = detail::view_of(source);
    auto const target_view = detail::view_of(target);
    detail::check_run(p, from_view, target_view);
    auto from = coordinate_map::identity(from_view.size);
    coordinate_map to(target_view.size);
    detail::run_plan<Arch>(p, from_view, target_view, memory, &from, &to);
    return to;
}

/// Draws a plan for `source` and runs it: one call from an image to its negative.
template <class Arch = simd::best, transform T, pixels S, writable_pixels D>
void apply(T const& t, key const& k, S const& source, D&& target, workspace& memory)
{
    detail::check("source", detail::view_of(source));
    execute<Arch>(draw(t, k, detail::view_of(source).size), source, target, memory);
}

/// The same into an image of its own, for when speed does not matter.
template <class Arch = simd::best, transform T, pixels S>
auto apply(T const& t, key const& k, S const& source)
{
    auto const from = detail::view_of(source);
    detail::check("source", from);
    auto const p = draw(t, k, from.size);
    image<std::remove_const_t<element_of<std::remove_const_t<decltype(from)>>>> target(p.size(),
                                                                                       from.channels);
    workspace memory;
    execute<Arch>(p, from, target, memory);
    return target;
}

} // namespace husk
