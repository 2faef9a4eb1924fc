// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/load_words.hpp>

#include <numeric>
#include <vector>

TEST_CASE("pixels of three bytes become pairs of words", "[simd]")
{
    using husk::simd::best;
    constexpr auto pixels = husk::simd::lanes<std::int32_t, best>;
    std::vector<std::uint8_t> from(3 * pixels); // which ends where the pixels do
    std::iota(from.begin(), from.end(), std::uint8_t{200});
    auto const words = husk::simd::load_words<best>(from.data());
    std::array<std::int16_t, 2 * pixels> red_green, blue;
    words.red_green.store_unaligned(red_green.data());
    words.blue.store_unaligned(blue.data());
    for (std::size_t i = 0; i < pixels; ++i) {
        CHECK(red_green[2 * i] == from[3 * i]);
        CHECK(red_green[2 * i + 1] == from[3 * i + 1]);
        CHECK(blue[2 * i] == from[3 * i + 2]);
        CHECK(blue[2 * i + 1] == 0);
    }
}
