// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/io/pixel_memory.hpp>

#include <algorithm>

TEST_CASE("room for a picture grows with the largest, and is kept for smaller ones", "[io]")
{
    husk::detail::pixel_memory memory;
    auto* const small = memory.hold({{4, 3}, 3});
    std::fill_n(small, 4 * 3 * 3, std::uint8_t{1});
    auto* const large = memory.hold({{40, 30}, 4});
    std::fill_n(large, 40 * 30 * 4, std::uint8_t{2});
    CHECK(memory.hold({{4, 3}, 3}) == large);
    CHECK(memory.hold({{40, 30}, 4}) == large);
}
