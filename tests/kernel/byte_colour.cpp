// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/byte_colour.hpp>

#include <cmath>
#include <vector>

TEMPLATE_TEST_CASE("a colour becomes the bytes that pack makes of it, and full alpha", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    using bytes = std::array<std::uint8_t, 4>;
    CHECK(husk::detail::as_bytes<TestType>({0, .5f, 1}) == bytes{0, 128, 255, 255});
    CHECK(husk::detail::as_bytes<TestType>({.5f / 255, 1.5f / 255, -3}) == bytes{0, 2, 0, 255});
    CHECK(husk::detail::as_bytes<TestType>({std::nanf(""), 7, .1f}) == bytes{0, 255, 26, 255});
}

TEST_CASE("a stretch is filled with a pixel, and nothing beyond it", "[kernel]")
{
    std::uint8_t const pixel[]{1, 2, 3, 4};
    for (int const channels : {1, 3, 4})
        for (int count = 0; count <= 70; ++count) {
            std::vector<std::uint8_t> to(300, 9);
            husk::detail::fill_pixels<husk::simd::best>(to.data(), count, channels, pixel);
            for (int i = 0; i < 300; ++i)
                REQUIRE(to[static_cast<std::size_t>(i)] == (i < count * channels ? 1 + i % channels : 9));
        }
}
