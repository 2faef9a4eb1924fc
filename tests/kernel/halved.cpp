// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/halved.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::extent;

TEST_CASE("half a picture's pixels are the means of four, past an odd side of the last ones", "[kernel]")
{
    husk::stream luck(husk::key{.seed = 4});
    for (extent const whole : {extent{1, 1}, {2, 3}, {3, 2}, {16, 16}, {33, 5}, {40, 41}}) {
        int const pitch = whole.width + 3, half_pitch = 64;
        std::vector<std::uint32_t> words(static_cast<std::size_t>(pitch * whole.height));
        for (auto& w : words) w = luck.below(3) == 0 ? 0xffffffffu * luck.below(2) : luck.bits();
        auto const half = husk::detail::half(whole);
        REQUIRE(half == extent{(whole.width + 1) / 2, (whole.height + 1) / 2});
        husk::rect const box{{half.width / 3, half.height / 2},
                             {half.width - half.width / 3, half.height - half.height / 2}};
        std::vector<std::uint32_t> out(static_cast<std::size_t>(half_pitch * half.height), 77);
        husk::detail::halve<husk::simd::best>({words.data(), pitch}, whole, box, {out.data(), half_pitch});
        auto const level = [&](int x, int y, int c) {
            auto const i = std::min(y, whole.height - 1) * pitch + std::min(x, whole.width - 1);
            return words[static_cast<std::size_t>(i)] >> 8 * c & 255;
        };
        for (int y = 0; y < half.height; ++y)
            for (int x = 0; x < half_pitch; ++x) {
                std::uint32_t word = 77;
                if (husk::rect{{x, y}, {1, 1}}.inside(half) && x >= box.at.x && y >= box.at.y) {
                    word = 0;
                    for (int c = 0; c < 4; ++c)
                        word |= (level(2 * x, 2 * y, c) + level(2 * x + 1, 2 * y, c) +
                                 level(2 * x, 2 * y + 1, c) + level(2 * x + 1, 2 * y + 1, c) + 2) /
                                    4
                                << 8 * c;
                }
                REQUIRE(out[static_cast<std::size_t>(y * half_pitch + x)] == word);
            }
    }
}
