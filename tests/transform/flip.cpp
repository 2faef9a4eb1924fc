// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/flip.hpp>

using husk::extent, husk::random_horizontal_flip, husk::random_vertical_flip;
using support::contains;

TEST_CASE("flips mirror every size, element and layout", "[transform]")
{
    for (int i = 1; i <= 65; i += 4)
        for (extent const in : {extent{i, 3}, {2, i}, {i, i}}) {
            geometry::check_moved_anyhow(random_horizontal_flip{.probability = 1}, in, 0, [&](auto const&) {
                return [&](int x, int y) { return husk::point{in.width - 1 - x, y}; };
            });
            geometry::check_moved_anyhow(random_vertical_flip{.probability = 1}, in, 0, [&](auto const&) {
                return [&](int x, int y) { return husk::point{x, in.height - 1 - y}; };
            });
        }
}

TEST_CASE("flips that compute mirror as well", "[transform]")
{
    auto const source = support::numbered({37, 21});
    auto const both = random_horizontal_flip{.probability = 1} | random_vertical_flip{.probability = 1};
    husk::image<float, husk::planar> out({37, 21});
    husk::workspace memory;
    husk::apply(both, husk::key{}, source, out, memory);
    for (int y = 0; y < 21; ++y)
        for (int x = 0; x < 37; ++x)
            for (int c = 0; c < 3; ++c)
                REQUIRE(out.view()(x, y, c) == static_cast<float>(source.view()(36 - x, 20 - y, c)) / 255);
}

TEST_CASE("flips happen as often as they say", "[transform]")
{
    int across = 0, down = 0;
    for (std::uint64_t i = 0; i < 3000; ++i) {
        across += geometry::drawn(random_horizontal_flip{}, {5, 5}, i).mirrored;
        down += geometry::drawn(random_vertical_flip{.probability = .2f}, {5, 5}, i).flipped;
        REQUIRE_FALSE(geometry::drawn(random_horizontal_flip{}, {5, 5}, i).flipped);
        REQUIRE_FALSE(geometry::drawn(random_vertical_flip{.probability = 0}, {5, 5}, i).flipped);
    }
    CHECK(std::abs(across - 1500) < 5 * 28);
    CHECK(std::abs(down - 600) < 5 * 22);
}

TEST_CASE("flips refuse impossible odds", "[transform]")
{
    CHECK(contains(geometry::refusal(random_horizontal_flip{.probability = 1.5f}),
                   "random_horizontal_flip.probability is 1.5"));
    CHECK(contains(geometry::refusal(random_vertical_flip{.probability = std::nanf("")}),
                   "random_vertical_flip.probability is nan"));
}
