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

/// Other memory than the pixels of `b`.
template <view A, view B>
void require_apart(std::string_view name, A const& a, std::string_view b_name, B const& b)
{
    require(!overlap(a, b), name, member{"overlapping ", b_name}, "must be other memory");
}

/// Somewhere to write an image of size `size` with the channels of the source, which was checked.
template <view S, writable_view D>
void check_target(std::string_view name, D const& target, extent size, std::string_view source_name,
                  S const& source)
{
    check(name, target);
    require(target.size == size, member{name, ".size"}, target.size, "the plan makes ", size);
    require(target.channels == source.channels, member{name, ".channels"}, target.channels, "must be ",
            source_name, "'s, ", source.channels);
    require_apart(name, target, source_name, source);
}

template <kernel... Ks, view S, writable_view D>
void check_run(plan<Ks...> const& p, S const& source, D const& target)
{
    check("source", source);
    require(source.size == p.in, "source.size", source.size, "the plan was drawn for ", p.in);
    check_target("target", target, p.size(), "the source", source);
}

template <view S, writable_view D>
inline constexpr bool same_elements = std::same_as<std::remove_const_t<element_of<S>>, element_of<D>>;

/// Whether some plans of this type only move pixels from elements to the same, and whether some do not.
template <view S, writable_view D, kernel... Ks>
inline constexpr bool some_move = same_elements<S, D> && (may_move<Ks> && ...);
template <view S, writable_view D, kernel... Ks>
inline constexpr bool some_compute = !some_move<S, D, Ks...> || !(only_moves<Ks> && ...);

template <class Arch, kernel... Ks, view S, writable_view D>
void compute_plan(plan<Ks...> const& p, S source, D target, content what, arena& memory)
{
    chain<Arch, S> c(source, what, memory);
    p.join(c);
    c.finish(target);
}

/// Bytes that run_in takes from its arena. The views need no memory yet, only their shapes.
template <class Arch, kernel... Ks, view S, writable_view D>
auto run_bytes(plan<Ks...> const& p, S source, D target, [[maybe_unused]] content what) -> std::size_t
{
    if constexpr (some_move<S, D, Ks...>)
        if (p.moves()) return p.composite_room({source.size, source.channels, sizeof(element_of<D>)});
    arena count;
    if constexpr (some_compute<S, D, Ks...>) compute_plan<Arch>(p, as_const(source), target, what, count);
    return count.used();
}

/// Draws and memory come before this line, the instruction set below it. Where pixels are only moved, their
/// bytes are.
template <class Arch, kernel... Ks, view S, writable_view D>
void run_in(plan<Ks...> const& p, S source, D target, [[maybe_unused]] content what, arena memory)
{
    if constexpr (some_move<S, D, Ks...>)
        if (p.moves()) return p.template run<Arch>(canvas<S>{source}, canvas<D>{target}, memory);
    if constexpr (some_compute<S, D, Ks...>) compute_plan<Arch>(p, as_const(source), target, what, memory);
}

template <class Arch, kernel... Ks, view S, writable_view D>
void run_plan(plan<Ks...> const& p, S source, D target, content what, workspace& memory)
{
    check_run(p, source, target);
    run_in<Arch>(p, source, target, what, memory.fit(run_bytes<Arch>(p, source, target, what)));
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

/// Runs a plan from `source` into `target`, which has the plan's size() and the source's channels. Elements
/// may differ: integers are colours in [0, 1], in steps of 1/255 or 1/65535. A plan that only moves pixels
/// moves them bit for bit when the elements are the same. Throws husk::error, before anything is written, for
/// views that are null, misshapen, of another size, or overlap.
template <class Arch = simd::best, kernel... Ks, pixels S, writable_pixels D>
void execute(plan<Ks...> const& p, S const& source, D&& target, workspace& memory)
{
    detail::run_plan<Arch>(p, detail::view_of(source), detail::view_of(target), content::colours, memory);
}

/// The same for what belongs to an image but is no picture, a mask of labels: the plan's motions, each pixel
/// from the nearest place, and none of its colours. Labels must survive as elements: integers do.
template <class Arch = simd::best, kernel... Ks, pixels S, writable_pixels D>
void execute_mask(plan<Ks...> const& p, S const& mask, D&& target, workspace& memory)
{
    detail::run_plan<Arch>(p, detail::view_of(mask), detail::view_of(target), content::labels, memory);
}

/// The same as execute, and where each pixel of the target came from. The plan must only move pixels.
template <class Arch = simd::best, kernel... Ks, pixels S, writable_pixels D>
auto trace(plan<Ks...> const& p, S const& source, D&& target, workspace& memory) -> coordinate_map
{
    auto const from_view = detail::view_of(source);
    auto const target_view = detail::view_of(target);
    static_assert(detail::same_elements<decltype(detail::view_of(source)), decltype(detail::view_of(target))>,
                  "husk: to be traced, source and target must have the same element type");
    detail::check_run(p, from_view, target_view);
    detail::require(p.moves(), "plan", p.describe(), "must only move pixels to be traced");
    auto from = coordinate_map::identity(from_view.size);
    coordinate_map to(target_view.size);
    auto const room = memory.fit(detail::run_bytes<Arch>(p, from_view, target_view, content::colours));
    using from_canvas = canvas<std::remove_const_t<decltype(from_view)>>;
    using target_canvas = canvas<std::remove_const_t<decltype(target_view)>>;
    p.template run<Arch>(from_canvas{from_view, &from}, target_canvas{target_view, &to}, room);
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
