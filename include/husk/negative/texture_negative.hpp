// SPDX-License-Identifier: MIT
#pragma once
#include <husk/negative/quilt.hpp>

namespace husk {

/// Negative: the texture of an image without its objects, quilted from two windows of it, the one in the
/// centre and one anywhere (Ge et al., "Robust Contrastive Learning Using Negative Samples with Diminished
/// Semantics", NeurIPS 2021, where another program synthesises it). Take the image at its full size. Where
/// the image's shorter side is less than `exemplar`, the windows shrink to that side. Throws husk::error when
/// not even a block fits into the image.
struct texture_negative {
    int exemplar = 96;     ///< side of the two windows, in pixels
    extent size{224, 224}; ///< of the output
    quilt sewing{};        ///< how they are sewn: search must be drawn; its size does not matter

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

/// A texture negative with everything decided but the blocks, which follow from `luck` and the source.
struct texture_negative::kernel {
    std::array<husk::exemplar, 2> exemplars; // 0: the centre, 1: anywhere
    detail::quilt_rules rules;
    extent out;
    stream luck;

    auto size(extent) const -> extent { return out; }
    auto room(extent, int channels) const -> std::size_t
    {
        return detail::quilt_room<false>(rules, exemplars, channels, out);
    }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic
    {
        return detail::arrange_quilt<false, Arch>(rules, std::span(exemplars), std::span<V const>(&source, 1),
                                                  out, luck, memory);
    }

    auto describe() const -> std::string
    {
        return "texture_negative{exemplars " + to_string(exemplars[0].window) + " and " +
               to_string(exemplars[1].window) + ", " + detail::describe(rules) + ", size " + to_string(out) +
               ", luck " + luck.name() + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;
};

inline auto texture_negative::draw(stream& g, extent in) const -> kernel
{
    constexpr int most = 1 << 14;
    detail::require(exemplar >= 1 && exemplar <= most, "texture_negative.exemplar", exemplar,
                    "must lie in [1, ", most, "]");
    auto const rules = detail::settle<false>(sewing, "texture_negative.sewing", size);
    auto const side = std::min(exemplar, in.shorter_side());
    detail::require(sewing.block <= side, "texture_negative.sewing.block", sewing.block, "must be at most ",
                    side, ", the exemplar's side, for a source of ", in);
    extent const window{side, side};
    return {{{{centred(in, window)}, {{g.corner(in, window), window}}}}, rules, size, g.fork(0)};
}

static_assert(transform<texture_negative>);

} // namespace husk
