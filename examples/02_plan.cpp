// SPDX-License-Identifier: MIT
// A plan is what was drawn: print it, compare it, replay it on a mask, ask where each pixel came from.
#include <husk/husk.hpp>

#include <iostream>

int main()
{
    husk::image<std::uint8_t> photo({320, 240}), negative({320, 240});
    husk::image<std::uint16_t> mask({320, 240}, 1), moved_mask({320, 240}, 1);
    husk::workspace memory;

    auto const negatives = husk::maybe(.8f, husk::patch_negative{.rotations = true}) |
                           husk::one_of(husk::grid_shuffle{.cells = 5}, husk::grid_shuffle{.pixels = 64});
    auto const plan = husk::draw(negatives, husk::key{.seed = 1, .index = 7}, photo.size());
    std::cout << plan << '\n';

    husk::execute(plan, photo, negative, memory);
    husk::execute(plan, mask, moved_mask, memory); // the same moves on pixels of another kind

    auto const map = husk::trace(plan, photo, negative, memory);
    auto const [exemplar, x, y] = map(0, 0);
    std::cout << "the top left pixel came from (" << x << ", " << y << ")\n";
    map.replay(mask.view(), moved_mask.view());
    return plan == husk::draw(negatives, husk::key{.seed = 1, .index = 7}, photo.size()) && exemplar == 0 ? 0
                                                                                                          : 1;
}
