// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/turn_square.hpp>

#include <array>

TEMPLATE_TEST_CASE("four rows of four words become columns", "[simd]", husk::simd::best, husk::simd::scalar)
{
    std::array<std::uint32_t, 40> from{}, to{};
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<std::uint32_t>(100 + i);
    husk::simd::turn_square<TestType>(from.data() + 1, 9, to.data() + 2, 7);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) CHECK(to[2 + 7 * i + j] == from[1 + 9 * j + i]);
    CHECK((to[1] == 0 && to[6] == 0 && to[8] == 0 && to[27] == 0));
}
