// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/interval.hpp>
#include <husk/image/image.hpp>

/// The square in the middle of a picture, scaled to side x side: each pixel is the mean of the pixels that it
/// covers. Good enough for looking at.
auto square_of(husk::packed<std::uint8_t const> picture, int side) -> husk::image<std::uint8_t>;
