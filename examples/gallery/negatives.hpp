// SPDX-License-Identifier: MIT
#pragma once
#include "entries.hpp"

#include <husk/measure/report.hpp>

/// A negative, and what it keeps and destroys.
struct measured_negative {
    picture pixels;
    husk::report figures;
};

/// A generator as docs/negatives.md shows it: patches and shuffles of the photograph scaled to 224x224,
/// quilts of the photograph as it is; 224x224 pixels.
struct generator {
    std::string name;
    std::function<measured_negative(picture const& photo, std::uint64_t index)> make;
};

auto generators() -> std::vector<generator>;

/// A photograph's middle, scaled to 224x224.
auto scaled(picture const& photo) -> picture;

/// A row of docs/negatives.md for each generator: the averages over `photos` and two keys each.
void print_measures(std::ostream& out, std::vector<picture> const& photos);
