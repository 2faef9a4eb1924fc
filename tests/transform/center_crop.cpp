// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/center_crop.hpp>

using husk::center_crop, husk::extent;
using support::contains;

TEST_CASE("the middle is where torchvision has it", "[transform]")
{
    // torchvision: int(round((whole - part) / 2.0)) with halves to even; larger crops pad
    // (part - whole) // 2 on the left and (part - whole + 1) // 2 on the right.
    for (int whole = 1; whole <= 30; ++whole)
        for (int part = 1; part <= 30; ++part) {
            int const wanted =
                part <= whole ? static_cast<int>(std::nearbyint((whole - part) / 2.)) : -((part - whole) / 2);
            auto const k = geometry::drawn(center_crop{.size = {part, 3}}, {whole, 3});
            REQUIRE(k.box.at.x == wanted);
            REQUIRE(k.box.at.y == 0);
            auto const tall = geometry::drawn(center_crop{.size = {3, part}}, {3, whole});
            REQUIRE(tall.box.at.y == wanted);
        }
}

TEST_CASE("a centre crop moves its pixels", "[transform]")
{
    for (extent const in : {extent{1, 1}, {1, 20}, {23, 17}, {8, 30}})
        for (extent const out : {extent{1, 1}, {9, 9}, {24, 10}})
            geometry::check_moved_anyhow(center_crop{.size = out}, in, 0, [](auto const& k) {
                return [at = k.box.at](int x, int y) { return husk::point{at.x + x, at.y + y}; };
            });
    CHECK(geometry::drawn(center_crop{}, {500, 300}).box.size == extent{224, 224});
}

TEST_CASE("center_crop refuses sizes that are not positive", "[transform]")
{
    CHECK(contains(geometry::refusal(center_crop{.size = 0}), "center_crop.size is 0x0: must be positive"));
    CHECK(contains(geometry::refusal(center_crop{.size = {3, -1}}), "center_crop.size is 3x-1"));
}
