// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/random_crop.hpp>

using husk::extent, husk::random_crop;
using support::contains;

TEST_CASE("every place of a random crop is equally likely", "[transform]")
{
    std::vector<int> places(12);
    for (std::uint64_t i = 0; i < 6000; ++i) {
        auto const k = geometry::drawn(random_crop{.size = {6, 5}}, {9, 7}, i);
        REQUIRE(k.box.inside({9, 7}));
        ++places[static_cast<std::size_t>(k.box.at.y * 4 + k.box.at.x)];
    }
    CHECK(geometry::uniform(places));
}

TEST_CASE("padding widens where it may lie", "[transform]")
{
    std::vector<int> across(8);
    for (std::uint64_t i = 0; i < 6000; ++i) {
        auto const k = geometry::drawn(random_crop{.size = 6, .padding = 2}, {9, 6}, i);
        REQUIRE((k.box.at.y >= -2 && k.box.at.y <= 2));
        ++across[static_cast<std::size_t>(k.box.at.x + 2)];
    }
    CHECK(geometry::uniform(across));
}

TEST_CASE("a random crop that does not fit shows all there is", "[transform]")
{
    std::vector<int> places(4);
    for (std::uint64_t i = 0; i < 2000; ++i) {
        auto const k = geometry::drawn(random_crop{.size = {12, 7}}, {9, 7}, i);
        REQUIRE((k.box.at.x <= 0 && k.box.right() >= 9 && k.box.at.y == 0));
        ++places[static_cast<std::size_t>(-k.box.at.x)];
    }
    CHECK(geometry::uniform(places));
}

TEST_CASE("a random crop moves its pixels", "[transform]")
{
    for (extent const in : {extent{1, 1}, {1, 30}, {23, 17}})
        for (std::uint64_t i = 0; i < 5; ++i)
            geometry::check_moved_anyhow(
                random_crop{.size = {9, 12}, .padding = 3}, in, i, [](auto const& k) {
                    return [at = k.box.at](int x, int y) { return husk::point{at.x + x, at.y + y}; };
                });
}

TEST_CASE("random_crop refuses what cannot be", "[transform]")
{
    CHECK(contains(geometry::refusal(random_crop{.size = 0}), "random_crop.size is 0x0"));
    CHECK(contains(geometry::refusal(random_crop{.size = {4, -4}}), "random_crop.size is 4x-4"));
    CHECK(contains(geometry::refusal(random_crop{.size = 4, .padding = -1}), "random_crop.padding is -1"));
    CHECK(
        contains(geometry::refusal(random_crop{.size = 4, .padding = (1 << 20) + 1}), "padding is 1048577"));
}
