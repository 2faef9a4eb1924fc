// SPDX-License-Identifier: MIT
// Three negatives of one decoded image, in memory that belongs to you.
#include <husk/husk.hpp>

#include <vector>

int main()
{
    std::vector<std::uint8_t> decoded(500 * 375 * 3, 128), batch(3 * 224 * 224 * 3);
    std::uint8_t* const pixels = decoded.data();
    std::uint8_t* const tensor = batch.data();

    husk::packed<std::uint8_t const> photo{pixels, {500, 375}}; // RGBRGB..., 500 wide, 375 high
    auto slot = [&](int i) { return husk::packed<std::uint8_t>{tensor + i * 224 * 224 * 3, {224, 224}}; };

    husk::workspace memory; // one per thread, kept: after the first images nothing is allocated
    husk::key const key{.seed = 2021, .epoch = 0, .index = 42};

    husk::apply(husk::patch_negative{.side = {16, 72}, .size = {224, 224}}, key, photo, slot(0), memory);
    husk::apply(husk::texture_negative{}, key, photo, slot(1), memory);
    husk::apply(husk::patch_negative{.size = {224, 224}} | husk::grid_shuffle{.cells = 7}, key, photo,
                slot(2), memory);
}
