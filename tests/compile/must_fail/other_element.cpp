// error: (static assertion failed|static_assert failed).*same element type
// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>

#ifdef WRONG
using source_element = float;
#else
using source_element = std::uint8_t;
#endif

auto patches_of(husk::packed<source_element const> source, husk::packed<std::uint8_t> target,
                husk::workspace& memory) -> husk::coordinate_map
{
    auto const plan = husk::draw(husk::patch_negative{}, {.seed = 1}, source.size);
    return husk::trace(plan, source, target, memory);
}
