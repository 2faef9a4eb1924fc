// error: (static assertion failed|static_assert failed).*same element type
// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>

#ifdef WRONG
using source_element = float;
#else
using source_element = std::uint8_t;
#endif

void patches_of(husk::packed<source_element const> source, husk::packed<std::uint8_t> target,
                husk::workspace& memory)
{
    auto const plan = husk::draw(husk::patch_negative{}, {.seed = 1}, source.size);
    husk::execute(plan, source, target, memory);
}
