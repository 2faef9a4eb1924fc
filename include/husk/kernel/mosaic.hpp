// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/image/view.hpp>
#include <husk/kernel/turn.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>

namespace husk {

/// A box of the output and the pixels that fill it: pixel (x, y) of the box comes from `from` and x steps
/// along the first axis of `turned`, y along its second.
struct piece {
    point to;
    extent size;
    point from;
    turn turned = turn::none;
    int exemplar = 0; ///< which of the sources; windows of one image are numbered too
    int cut = -1;     ///< where its cut begins in mosaic::cuts; negative: the whole box is laid
};

/// An arrangement of pixels: pieces, laid one over the other in order. A cut is size.height columns, then
/// size.width rows: pixel (x, y) is laid when x >= column[y] and y >= row[x], as along the seams of a quilt.
struct mosaic {
    std::span<piece const> pieces;
    std::span<std::uint16_t const> cuts;
};

/// A kernel that only moves pixels. `arrange` may look at them; it knows nothing of where they go, so that
/// any element type and any layout follows the same mosaic. size(in): of the output. room(in, channels):
/// bytes that arrange takes from its arena.
template <class K>
concept mosaic_kernel = std::equality_comparable<K> &&
    requires(K const& k, extent in, packed<std::uint8_t const> source, arena& memory)
{
    {
        k.size(in)
        } -> std::same_as<extent>;
    {
        k.room(in, 3)
        } -> std::same_as<std::size_t>;
    {
        k.template arrange<void>(source, memory)
        } -> std::same_as<mosaic>;
};

/// Neighbouring pixels of the output that come from a straight line of the source.
struct run {
    point to;
    point from;
    point step; ///< in the source, for each pixel to the right in the output
    int length;
};

namespace detail {

/// Row y of a piece with a cut: calls visit(run) for each stretch behind both seams; below row `deep` there
/// is no seam at the top.
template <class Arch, class Visit>
void visit_cut_row(piece const& p, std::uint16_t const* cut, int y, int deep, run row, Visit& visit)
{
    auto const* const top = cut + p.size.height;
    auto const laid = [&](int x) { return y >= top[x]; };
    auto const part = [&](int begin, int end) {
        if (end > begin)
            visit(run{{row.to.x + begin, row.to.y},
                      {row.from.x + begin * row.step.x, row.from.y + begin * row.step.y},
                      row.step,
                      end - begin});
    };
    if (y >= deep) return part(cut[y], p.size.width);
    for (int x = cut[y]; x < p.size.width;) {
        int const begin = x;
        while (x < p.size.width && laid(x)) ++x;
        part(begin, x);
        while (x < p.size.width && !laid(x)) ++x;
    }
}

} // namespace detail

/// Calls visit(run) for every stretch of the output that a piece fills, from top to bottom.
template <class Arch, class Visit>
void for_each_run(mosaic const& m, piece const& p, Visit visit)
{
    auto const a = axes_of(p.turned);
    auto const* const cut = p.cut < 0 ? nullptr : m.cuts.data() + p.cut;
    int const deep =
        cut == nullptr ? 0 : *std::max_element(cut + p.size.height, cut + p.size.height + p.size.width);
    for (int y = 0; y < p.size.height; ++y) {
        run const row{
            {p.to.x, p.to.y + y}, {p.from.x + y * a.down.x, p.from.y + y * a.down.y}, a.right, p.size.width};
        if (cut == nullptr) visit(row);
        else detail::visit_cut_row<Arch>(p, cut, y, deep, row, visit);
    }
}

} // namespace husk
