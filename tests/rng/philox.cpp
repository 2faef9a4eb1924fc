// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/philox.hpp>

// The header asserts the same when it is compiled; here the machine's own arithmetic says so as well.
TEST_CASE("Philox4x32-10 gives the published known answers at run time", "[rng]")
{
    auto const at = [](std::uint32_t value) {
        std::uint32_t volatile const unknown = value; // or the compiler would do the arithmetic
        std::uint32_t const v = unknown;
        return husk::philox4x32({v, v, v, v}, {v, v});
    };
    CHECK(at(0) == husk::philox_counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(at(~0u) == husk::philox_counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    std::uint32_t volatile pi = 0x243f6a88;
    CHECK(husk::philox4x32({pi, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          husk::philox_counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}
