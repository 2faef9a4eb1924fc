// SPDX-License-Identifier: MIT
#pragma once
#include <husk/negative/quilt.hpp>
#include <husk/pipeline/batch.hpp>

namespace husk {

namespace detail {

/// The exemplars of a quilt from several images: each of them whole.
template <view S>
void whole_exemplars(std::span<S const> sources, std::span<exemplar> out)
{
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = {{{}, sources[i].size}, static_cast<int>(i)};
}

template <view S, writable_view D>
void check_synthesis(quilt const& q, std::span<S const> sources, D const& target)
{
    static_assert(std::same_as<std::remove_const_t<element_of<S>>, element_of<D>>,
                  "husk: exemplars and target must have the same element type");
    require(!sources.empty(), "exemplars", "empty", "must hold an image");
    check("target", target);
    require(q.size == extent{} || q.size == target.size, "target.size", target.size, "the quilt makes ",
            q.size);
    std::int64_t pixels = 0;
    for (auto const& s : sources) {
        check("exemplar", s);
        require(s.channels == target.channels, "exemplar.channels", s.channels, "must be the target's, ",
                target.channels);
        require(!overlap(s, target), "target", "overlapping an exemplar", "must be other memory");
        require(q.block <= s.size.shorter_side(), "quilt.block", q.block, "must be at most ",
                s.size.shorter_side(), " for an exemplar of ", s.size);
        pixels += s.size.area();
    }
    require(pixels <= 1 << 28, "exemplars", pixels, "is too many pixels");
}

} // namespace detail

/// Quilts `target` from several images, each of them an exemplar. The quilt's size must be 0x0 or the
/// target's. Returns where each pixel came from: origin.exemplar is the number of the image. Throws
/// husk::error, before anything is written, for views that are null, misshapen, of other channels or overlap,
/// and for exemplars smaller than a block.
template <class Arch = simd::best, view_range Exemplars, writable_pixels D>
auto synthesize(quilt const& q, key const& k, Exemplars const& exemplars, D&& target, workspace& memory)
    -> coordinate_map
{
    auto const sources = detail::views_of(exemplars);
    auto const out = detail::view_of(target);
    detail::check_synthesis(q, sources, out);
    auto const rules = detail::settle<true>(q, "quilt", out.size);
    std::vector<exemplar> whole(sources.size());
    detail::whole_exemplars(sources, std::span(whole));
    auto room = memory.fit(detail::quilt_room<true>(rules, whole, out.channels, out.size));
    auto const m = detail::arrange_quilt<true, Arch>(rules, std::span<exemplar const>(whole), sources,
                                                     out.size, stream(k), room);
    move<Arch>(m, sources, out);
    return detail::origins_of(m, out.size);
}

} // namespace husk
