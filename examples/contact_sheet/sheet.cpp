// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include "lettering.hpp"
#include "scale.hpp"

sheet::sheet(int columns, int rows, int cell) :
    cell_(cell), pixels_({gap + columns * (cell + gap), gap + 2 * line + rows * (cell + gap)})
{
    std::fill_n(pixels_.data(), pixels_.elements(), std::uint8_t{255});
}

void sheet::title(int column, std::string const& above, std::string const& below)
{
    auto const at = husk::point{gap + column * (cell_ + gap), gap};
    auto const magnification = cell_ < 200 ? 1 : 2;
    letter(pixels_, at, magnification, above);
    letter(pixels_, at + husk::point{0, line / 2 * magnification}, magnification, below);
}

void sheet::show(int column, int row, husk::packed<std::uint8_t const> picture)
{
    auto const scaled = square_of(picture, cell_);
    auto const to = pixels_.view().crop({corner(column, row), scaled.size()});
    auto const bytes = 3 * static_cast<std::size_t>(cell_);
    for (int y = 0; y < cell_; ++y) std::copy_n(scaled.view().row(y), bytes, to.row(y));
}

auto sheet::corner(int column, int row) const -> husk::point
{
    return {gap + column * (cell_ + gap), gap + 2 * line + row * (cell_ + gap)};
}
