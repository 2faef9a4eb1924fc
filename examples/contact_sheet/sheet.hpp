// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>

#include <string>

/// A table of pictures under titles, on white.
class sheet {
public:
    sheet(int columns, int rows, int cell);

    /// The first line of a column's title, and the second.
    void title(int column, std::string const& above, std::string const& below);
    /// A picture, scaled to the cell.
    void show(int column, int row, husk::packed<std::uint8_t const> picture);

    auto pixels() const -> husk::packed<std::uint8_t const> { return pixels_; }

private:
    static constexpr int gap = 12, line = 22;

    auto corner(int column, int row) const -> husk::point;

    int cell_;
    husk::image<std::uint8_t> pixels_;
};
