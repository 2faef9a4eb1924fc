// error: (constraints not satisfied|no matching function)
// SPDX-License-Identifier: MIT
#include <husk/husk.hpp>

#ifdef WRONG
using target_element = std::uint8_t const;
#else
using target_element = std::uint8_t;
#endif

void patches_of(husk::packed<std::uint8_t const> source, husk::packed<target_element> target,
                husk::workspace& memory)
{
    auto const plan = husk::draw(husk::patch_negative{}, {.seed = 1}, source.size);
    husk::execute(plan, source, target, memory);
}
