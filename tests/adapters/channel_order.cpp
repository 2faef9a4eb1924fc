// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/channel_order.hpp>

using bgr_pixels = husk::bgr_pixels<std::uint8_t const>;

TEST_CASE("pixels in BGR become RGB in the target's layout, and alpha stays", "[adapters]")
{
    husk::workspace memory;
    for (int const channels : {1, 3, 4}) {
        auto const photo = support::numbered({13, 6}, channels);
        husk::image<std::uint8_t, husk::planar> rgb({13, 6}, channels);
        husk::to_rgb(bgr_pixels{photo.view()}, rgb, memory);
        for (int y = 0; y < 6; ++y)
            for (int x = 0; x < 13; ++x)
                for (int c = 0; c < channels; ++c) {
                    int const stored = channels > 1 && c < 3 ? 2 - c : c;
                    CHECK(rgb.view()(x, y, c) == photo.view()(x, y, stored));
                }
    }
}

TEST_CASE("pixels in BGR are no view, so that no transform takes them", "[adapters]")
{
    STATIC_REQUIRE(!husk::view<bgr_pixels>);
    STATIC_REQUIRE(husk::view<decltype(bgr_pixels::stored)>);
}
