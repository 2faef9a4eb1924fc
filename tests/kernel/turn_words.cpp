// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/turn_words.hpp>

#include <vector>

TEMPLATE_TEST_CASE("rows of words become columns, and nothing else is touched", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    using husk::detail::turn_words;
    for (int height = 1; height <= 21; ++height)
        for (int width = 1; width <= 37; ++width) {
            int const pitch = width + 3, to_pitch = height + 2;
            std::vector<std::uint32_t> from(static_cast<std::size_t>(pitch * height)),
                to(static_cast<std::size_t>(to_pitch * width), 7u);
            for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<std::uint32_t>(1000 + i);
            turn_words<TestType>({from.data(), pitch}, {width, height}, {to.data(), to_pitch});
            for (int x = 0; x < width; ++x)
                for (int y = 0; y < to_pitch; ++y)
                    REQUIRE(to[static_cast<std::size_t>(x * to_pitch + y)] ==
                            (y < height ? static_cast<std::uint32_t>(1000 + y * pitch + x) : 7u));
        }
}
