// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/concept.hpp>

namespace husk {

/// How a patch negative counts its patches and places its windows.
enum class patch_rule : std::uint8_t {
    exact, ///< as few patches as cover the output; every window of the source is equally likely
    ge2021 ///< as in the authors' code: floor(size / side) + 1 patches a side, and the last row and column of
           ///< windows is never drawn
};

/// Negative: covers the output with square windows taken anywhere in the source, independently and with
/// replacement. Texture, colour and small parts stay, the layout goes (Ge et al., "Robust Contrastive
/// Learning Using Negative Samples with Diminished Semantics", NeurIPS 2021). Throws husk::error when a
/// window of the longest side does not fit into the source.
struct patch_negative {
    interval<int> side{16, 72};          ///< of a patch, in pixels; one is drawn for the whole image
    patch_rule rule = patch_rule::exact; ///< see patch_rule
    bool flips = false;                  ///< mirror each patch with probability 1/2
    bool rotations = false;              ///< turn each patch by 0, 90, 180 or 270 degrees
    extent size{};                       ///< of the output; 0x0: the source's

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

/// A patch negative with everything decided but its windows, which follow from `windows` and the source's
/// size.
struct patch_negative::kernel {
    int side;
    patch_rule rule;
    bool flips, rotations;
    extent out;
    stream windows;

    auto size(extent) const -> extent { return out; }
    auto room(extent, int) const -> std::size_t { return arena::bytes<piece>(pieces()); }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic;

    auto describe() const -> std::string
    {
        return "patch_negative{side " + detail::text(side) + (rule == patch_rule::ge2021 ? ", ge2021" : "") +
               (flips ? ", flips" : "") + (rotations ? ", rotations" : "") + ", size " + to_string(out) +
               ", windows " + windows.name() + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;

private:
    /// Patches along a side of `length` pixels; ge2021 draws one more than it needs when the sides divide.
    auto along(int length) const -> int
    {
        return rule == patch_rule::exact ? (length - 1) / side + 1 : length / side + 1;
    }
    auto pieces() const -> std::size_t
    {
        return static_cast<std::size_t>(along(out.width)) * static_cast<std::size_t>(along(out.height));
    }
    template <class Arch>
    auto draw_turn(stream& g) const -> turn
    {
        auto const quarters = rotations ? g.below(4) : 0;
        auto const mirrored = flips && g.below(2) == 1;
        return static_cast<turn>(quarters + (mirrored ? 4 : 0));
    }
};

inline auto patch_negative::draw(stream& g, extent in) const -> kernel
{
    detail::require_interval("patch_negative.side", side, {1, std::numeric_limits<int>::max()});
    auto const out = size == extent{} ? in : size;
    detail::require(!out.empty(), "patch_negative.size", out, "must be positive, or 0x0 for the source's");
    // The authors' code needs one pixel more than the patch, as its last window is never drawn.
    auto const room = in.shorter_side() - (rule == patch_rule::ge2021 ? 1 : 0);
    detail::require(side.high <= room, "patch_negative.side.high", side.high, "must be at most ", room,
                    " for a source of ", in);
    return {g.in(side), rule, flips, rotations, out, g.fork(0)};
}

template <class Arch, view V>
auto patch_negative::kernel::arrange(V source, arena& memory) const -> mosaic
{
    auto g = windows;
    auto const pieces = memory.take<piece>(this->pieces());
    auto const missing = rule == patch_rule::ge2021 ? 1 : 0;
    extent const reachable{source.size.width - missing, source.size.height - missing};
    std::size_t laid = 0;
    for (int row = 0; row < along(out.height); ++row)
        for (int column = 0; column < along(out.width); ++column) {
            rect const window{g.corner(reachable, {side, side}), {side, side}};
            auto const turned = draw_turn<Arch>(g);
            point const to{column * side, row * side};
            extent const seen{std::min(side, out.width - to.x), std::min(side, out.height - to.y)};
            if (!seen.empty()) pieces[laid++] = {to, seen, start_of(window, turned), turned};
        }
    return {pieces.first(laid), {}};
}

static_assert(transform<patch_negative>);

} // namespace husk
