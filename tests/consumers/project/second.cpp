// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>

auto made_elsewhere(husk::image<std::uint8_t> const& photo) -> husk::image<std::uint8_t>;

auto made_elsewhere(husk::image<std::uint8_t> const& photo) -> husk::image<std::uint8_t>
{
    return husk::apply(husk::patch_negative{.side = {4, 16}}, {.seed = 1}, photo);
}
