// SPDX-License-Identifier: MIT
#pragma once
#include "options.hpp"

#include <husk/image/image.hpp>
#include <husk/measure/report.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/key.hpp>

/// A negative, and its figures if they were wanted and it is large enough for them.
struct negative {
    husk::image<std::uint8_t> pixels;
    std::optional<husk::report> figures;
};

/// Makes a negative of a picture as the options say, in the pixels of the last one where they fit. Throws
/// husk::error for a picture that is too small.
void make_negative(options const& o, husk::packed<std::uint8_t const> picture, husk::key const& luck,
                   husk::workspace& memory, negative& made);
