// SPDX-License-Identifier: MIT
#pragma once
#include <husk/husk.hpp>

/// The square in the middle of a picture, scaled to side x side.
inline auto square_of(husk::packed<std::uint8_t const> picture, int side) -> husk::image<std::uint8_t>
{
    return husk::apply(husk::center_crop{.size = picture.size.shorter_side()} |
                           husk::resize{.size = side, .resampling = husk::filter::area},
                       {}, picture);
}
