// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/compose.hpp>
#include <husk/transform/maybe.hpp>
#include <husk/transform/one_of.hpp>
#include <husk/transform/sequence.hpp>

#include <algorithm>

namespace husk {

/// A box around a thing, between pixels, as detectors use it.
struct bounding_box {
    position low, high; ///< its top left and its bottom right corner

    friend constexpr auto operator==(bounding_box const&, bounding_box const&) -> bool = default;
};

namespace detail {

template <class>
inline constexpr bool never = false;

template <kernel K>
auto forward(perhaps<K> const& k, position p, extent in) -> position;
template <kernel... Ks>
auto forward(either<Ks...> const& k, position p, extent in) -> position;
template <class Steps>
auto forward(sequence<Steps> const& k, position p, extent in) -> position;
template <kernel... Ks>
auto forward(plan<Ks...> const& k, position p, extent in) -> position;

/// Where `k`, for an image of size `in`, takes a place.
template <kernel K>
auto forward(K const& k, position p, extent in) -> position
{
    if constexpr (requires { k.forward(p, in); }) return k.forward(p, in);
    else if constexpr (mosaic_kernel<K> || composite_kernel<K>)
        static_assert(never<K>, "husk: this kernel shuffles patches, or does not say where it takes a place: "
                                "points and boxes cannot follow");
    else {
        require(resized(k, in) == in, "plan", k.describe(), "does not say where it takes a place");
        return p;
    }
}
template <kernel K>
auto forward(perhaps<K> const& k, position p, extent in) -> position
{
    return k.chosen ? forward(*k.chosen, p, in) : p;
}
template <kernel... Ks>
auto forward(either<Ks...> const& k, position p, extent in) -> position
{
    return std::visit([&](auto const& chosen) { return forward(chosen, p, in); }, k.chosen);
}
/// To be called with each of several steps, in order.
inline auto follow(position& p, extent& in)
{
    return [&](auto const& step) {
        p = forward(step, p, in);
        in = resized(step, in);
    };
}
template <class Steps>
auto forward(sequence<Steps> const& k, position p, extent in) -> position
{
    k.each(follow(p, in));
    return p;
}
template <kernel... Ks>
auto forward(plan<Ks...> const& k, position p, extent in) -> position
{
    auto const step = follow(p, in);
    std::apply([&](auto const&... s) { (step(s), ...); }, k.steps);
    return p;
}

} // namespace detail

/// Where a plan takes a place of its source: a keypoint, say. It may come to lie outside the output. Plans
/// that shuffle patches do not compile.
template <kernel... Ks>
auto moved(plan<Ks...> const& p, position at) -> position
{
    return detail::forward(p, at, p.in);
}

/// The box around the places to which a plan takes a box's corners, clipped to the output. Of what comes to
/// lie outside, a box without area is left.
template <kernel... Ks>
auto moved(plan<Ks...> const& p, bounding_box const& b) -> bounding_box
{
    position const corners[]{moved(p, b.low), moved(p, position{b.high.x, b.low.y}), moved(p, b.high),
                             moved(p, position{b.low.x, b.high.y})};
    bounding_box hull{corners[0], corners[0]};
    for (auto const& c : corners) {
        hull.low = {std::min(hull.low.x, c.x), std::min(hull.low.y, c.y)};
        hull.high = {std::max(hull.high.x, c.x), std::max(hull.high.y, c.y)};
    }
    auto const out = p.size();
    auto const clipped = [&](position c) -> position {
        return {std::clamp(c.x, 0.f, static_cast<float>(out.width)),
                std::clamp(c.y, 0.f, static_cast<float>(out.height))};
    };
    return {clipped(hull.low), clipped(hull.high)};
}

} // namespace husk
