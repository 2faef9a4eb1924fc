// SPDX-License-Identifier: MIT
#include "property/computed.hpp"

TEST_CASE("bytes that need not become colours are what their colours would be", "[property]")
{
    using namespace husk;
    property::checks const check;
    random_crop const padded{.size = 33, .padding = 9, .fill = {1, .5f, 0}};
    cutout const cut{.side = 9, .colour = {.3f, .9f, .1f}};
    random_erasing const erase{.probability = 1, .colour = {.2f, .4f, .6f}};
    check("padded, mirrored, cut", padded | random_horizontal_flip{1} | cut);
    check("mirrored over the border",
          crop{{{-3, -4}, {20, 19}}, border::reflect} | random_horizontal_flip{1});
    check("shuffled, erased", channel_shuffle{} | erase | channel_shuffle{});
    check("erased, then noise", cut | random_erasing{.probability = 1, .fill = erasing::noise});
    check("levels, then a box", invert{} | cut | padded);
    check("a box, then levels", cut | invert{} | random_horizontal_flip{1});
    check("turned, cut", random_rotation{.degrees = {-90, 90}} | cut | channel_shuffle{});
    check("turned over a border", random_rotation{.degrees = {-90, 90}, .outside = border::reflect});
    check("nothing", maybe(0, grayscale{}));
    check("perhaps", one_of(channel_shuffle{}, cut, padded));
}
