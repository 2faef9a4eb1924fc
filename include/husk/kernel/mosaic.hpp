// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/image/view.hpp>
#include <husk/kernel/turn.hpp>

#include <algorithm>
#include <array>
#include <bit>
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

/// Which columns of a piece lie behind its upper seam, row after row: a column that does so once does so from
/// there on. As bits, where there are few columns and the seam is not deep.
template <class Arch>
class laid_columns {
public:
    static constexpr int most = 64; ///< columns, and rows of the seam

    /// top[x] is the first row of column x behind the seam, at most `most`.
    laid_columns(std::uint16_t const* top, int width)
    {
        for (int x = 0; x < width; ++x) joins_[top[x]] |= std::uint64_t{1} << x;
    }

    /// Goes on to row y, from the row before it, and calls stretch(begin, end) for all that is laid there
    /// from column `first` on.
    template <class Stretch>
    void row(int y, int first, Stretch const& stretch)
    {
        laid_ |= joins_[static_cast<std::size_t>(y)];
        auto left = first < most ? laid_ >> first : 0;
        for (int x = first; left != 0;) {
            int const begin = std::countr_zero(left), length = std::countr_one(left >> begin);
            stretch(x + begin, x + begin + length);
            left = length == most ? 0 : left >> begin >> length;
            x += begin + length;
        }
    }

private:
    std::array<std::uint64_t, most + 1> joins_{}; // the columns that begin in a row
    std::uint64_t laid_ = 0;
};

/// The same for one row of any piece.
template <class Arch, class Stretch>
void laid_in_row(piece const& p, std::uint16_t const* cut, int y, Stretch const& stretch)
{
    auto const laid = [&, top = cut + p.size.height](int x) { return y >= top[x]; };
    for (int x = cut[y]; x < p.size.width;) {
        int const begin = x;
        while (x < p.size.width && laid(x)) ++x;
        if (x > begin) stretch(begin, x);
        while (x < p.size.width && !laid(x)) ++x;
    }
}

/// Calls stretch(y, begin, end) for all that is laid of a piece with a cut, from top to bottom.
template <class Arch, class Stretch>
void for_each_laid(piece const& p, std::uint16_t const* cut, Stretch const& stretch)
{
    auto const* const top = cut + p.size.height;
    auto const in_row = [&](int y) { return [&, y](int begin, int end) { stretch(y, begin, end); }; };
    int const deepest = *std::max_element(top, top + p.size.width), deep = std::min(deepest, p.size.height);
    if (deepest <= laid_columns<Arch>::most && p.size.width <= laid_columns<Arch>::most) {
        laid_columns<Arch> columns(top, p.size.width);
        for (int y = 0; y < deep; ++y) columns.row(y, cut[y], in_row(y));
    } else
        for (int y = 0; y < deep; ++y) laid_in_row<Arch>(p, cut, y, in_row(y));
    for (int y = deep; y < p.size.height; ++y)
        if (cut[y] < p.size.width) stretch(y, cut[y], p.size.width);
}

} // namespace detail

/// Calls visit(run) for every stretch of the output that a piece fills, from top to bottom.
template <class Arch, class Visit>
void for_each_run(mosaic const& m, piece const& p, Visit visit)
{
    auto const a = axes_of(p.turned);
    auto const stretch = [&](int y, int begin, int end) {
        visit(run{{p.to.x + begin, p.to.y + y},
                  {p.from.x + y * a.down.x + begin * a.right.x, p.from.y + y * a.down.y + begin * a.right.y},
                  a.right,
                  end - begin});
    };
    if (p.cut >= 0) return detail::for_each_laid<Arch>(p, m.cuts.data() + p.cut, stretch);
    for (int y = 0; y < p.size.height; ++y) stretch(y, 0, p.size.width);
}

} // namespace husk
