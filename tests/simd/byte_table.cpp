// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/byte_table.hpp>

TEMPLATE_TEST_CASE("a register of bytes finds what each of them would", "[simd]", husk::simd::best)
{
    using best = TestType; // where there is no such register, nothing is compiled
    if constexpr (constexpr std::size_t n = husk::simd::lookups_at_once<best>; n > 0) {
        std::array<std::uint8_t, 256> table, to{};
        for (std::size_t i = 0; i < 256; ++i) table[i] = static_cast<std::uint8_t>(i * 167 + i / 16 + 3);
        husk::simd::byte_table<best> const look_up(table.data());
        for (std::size_t shift = 0; shift < 256; ++shift) {
            std::array<std::uint8_t, n> from;
            for (std::size_t i = 0; i < n; ++i) from[i] = static_cast<std::uint8_t>(shift + 41 * i);
            look_up(from.data(), to.data());
            for (std::size_t i = 0; i < n; ++i) REQUIRE(to[i] == table[from[i]]);
        }
    }
    CHECK(husk::simd::lookups_at_once<husk::simd::scalar> == 0);
}
