// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/cells.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Negative: cuts the image into cells and permutes them, every permutation being equally likely (the jigsaw
/// of Sinha et al., "Negative Data Augmentation", ICLR 2021; patch shuffling and rotating of Qin et al.,
/// "Understanding and Improving Robustness of Vision Transformers", NeurIPS 2022). The output has the
/// source's size.
///
/// With `cells` = n there are n x n cells. Where n does not divide a side, cells differ by one pixel, and a
/// place that is one pixel larger than the cell laid there shows a line of that cell's neighbour. With
/// `pixels` = p cells are p x p; what is left over at the right and below makes narrower cells, which trade
/// places among their like, so that every pixel of the source occurs exactly once.
/// Throws husk::error when the cells do not fit, or when nothing but the identity is possible and it is not
/// allowed.
struct grid_shuffle {
    int cells = 7;               ///< a side, from 1 to the source's shorter side
    int pixels = 0;              ///< the side of a cell; 0: as `cells` says
    bool allow_identity = false; ///< whether the permutation may be the one that changes nothing
    bool rotate = false;         ///< also turn each cell by 0, 90, 180, 270 degrees; 0 or 180 when not square

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

/// A grid shuffle whose permutation and turns follow from `order` and the source's size.
struct grid_shuffle::kernel {
    cell_grid grid;
    bool allow_identity, rotate;
    stream order;

    auto size(extent in) const -> extent { return in; }
    auto room(extent, int) const -> std::size_t
    {
        auto const n = static_cast<std::size_t>(grid.count());
        return arena::bytes<piece>(n) + 2 * arena::bytes<std::int32_t>(n);
    }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic;

    auto describe() const -> std::string
    {
        return "grid_shuffle{" + detail::text(grid.columns()) + "x" + detail::text(grid.rows()) + " cells" +
               (allow_identity ? ", identity allowed" : "") + (rotate ? ", rotate" : "") + ", order " +
               order.name() + "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;

private:
    template <class Arch>
    void permute(stream& g, std::span<std::int32_t> from, std::span<std::int32_t> members) const;
    template <class Arch>
    auto place(stream& g, int to, int from) const -> piece;
};

inline auto grid_shuffle::draw(stream& g, extent in) const -> kernel
{
    detail::require(pixels >= 0, "grid_shuffle.pixels", pixels, "must be positive, or 0 to go by cells");
    auto const name = pixels > 0 ? "grid_shuffle.pixels" : "grid_shuffle.cells";
    auto const value = pixels > 0 ? pixels : cells;
    detail::require(value >= 1 && value <= in.shorter_side(), name, value, "must lie in [1, ",
                    in.shorter_side(), "] for a source of ", in);
    auto const grid = pixels > 0 ? cell_grid::of_pixels(in, pixels) : cell_grid::of_count(in, cells);
    detail::require(allow_identity || grid.movable(), name, value,
                    "leaves no two cells to exchange in a source of ", in,
                    "; set allow_identity to accept that");
    return {grid, allow_identity, rotate, g.fork(0)};
}

/// Cells trade places within their class; without leave to stay as it was, an arrangement that moved nothing
/// is drawn again, so that all others stay equally likely.
template <class Arch>
void grid_shuffle::kernel::permute(stream& g, std::span<std::int32_t> from,
                                   std::span<std::int32_t> members) const
{
    bool moved = false;
    do {
        for (int kind = 0; kind < cell_grid::kinds; ++kind) {
            std::size_t n = 0;
            for (int i = 0; i < grid.count(); ++i)
                if (grid.kind(i) == kind) members[n++] = i;
            for (std::size_t i = 0; i < n; ++i) from[static_cast<std::size_t>(members[i])] = members[i];
            for (std::size_t i = n; i > 1; --i)
                std::swap(from[static_cast<std::size_t>(members[i - 1])],
                          from[static_cast<std::size_t>(members[g.below(static_cast<std::uint32_t>(i))])]);
        }
        for (int i = 0; i < grid.count(); ++i) moved |= from[static_cast<std::size_t>(i)] != i;
    } while (!moved && !allow_identity);
}

template <class Arch>
auto grid_shuffle::kernel::place(stream& g, int to, int from) const -> piece
{
    auto const target = grid.cell(to);
    rect const window = grid.window(from, target.size);
    bool const square = target.size.width == target.size.height;
    auto const turned = !rotate ? turn::none : static_cast<turn>(square ? g.below(4) : 2 * g.below(2));
    return {target.at, target.size, start_of(window, turned), turned};
}

template <class Arch, view V>
auto grid_shuffle::kernel::arrange(V, arena& memory) const -> mosaic
{
    auto const n = static_cast<std::size_t>(grid.count());
    auto const pieces = memory.take<piece>(n);
    auto const from = memory.take<std::int32_t>(n);
    auto g = order;
    permute<Arch>(g, from, memory.take<std::int32_t>(n));
    for (std::size_t i = 0; i < n; ++i) pieces[i] = place<Arch>(g, static_cast<int>(i), from[i]);
    return {pieces, {}};
}

static_assert(transform<grid_shuffle>);

} // namespace husk
