// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/kernel/histogram.hpp>

TEST_CASE("histograms count the nearest 8-bit levels of each colour", "[kernel]")
{
    for (int width = 1; width <= 65; ++width)
        for (int const channels : {1, 3, 4}) {
            auto source = colours::picture<std::uint8_t, husk::packed>({width, 3}, channels, 7);
            auto const v = husk::detail::as_const(source.view());
            husk::workspace memory;
            auto room = memory.fit(1 << 20);
            husk::chain<husk::simd::best, husk::packed<std::uint8_t const>> c(v, husk::content::colours,
                                                                              room);
            std::array<husk::histogram, 3> expected{};
            for (int i = 0; i < std::min(channels, 3); ++i)
                for (int y = 0; y < 3; ++y)
                    for (int x = 0; x < width; ++x) ++expected[static_cast<std::size_t>(i)][v(x, y, i)];
            CHECK(husk::colour_histograms(c) == expected);
        }
}

TEST_CASE("levels of what is no colour are the nearest colour's", "[kernel]")
{
    float const values[64]{colours::nan, colours::infinity, -3, .5f / 255, 1.5f / 255, 1.6f / 255};
    float levels[64];
    husk::to_levels<husk::simd::best>(values, 6, levels);
    CHECK((levels[0] == 0 && levels[1] == 255 && levels[2] == 0 && levels[3] == 0));
    CHECK((levels[4] == 2 && levels[5] == 2));
}
