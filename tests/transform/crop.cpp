// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/crop.hpp>

using husk::border, husk::crop, husk::extent, husk::rect;
using support::contains;

TEST_CASE("a crop is the pixels in its box, black and opaque outside", "[transform]")
{
    husk::stream g(husk::key{.seed = 3});
    for (std::uint64_t i = 0; i < 40; ++i) {
        extent const in{g.in(husk::interval{1, 33}), g.in(husk::interval{1, 33})};
        rect const box{{g.in(husk::interval{-40, 40}), g.in(husk::interval{-40, 40})},
                       {g.in(husk::interval{1, 65}), g.in(husk::interval{1, 65})}};
        INFO(to_string(box) << " of " << to_string(in));
        geometry::check_moved_anyhow(crop{box}, in, i, [&](auto const&) {
            return [&](int x, int y) { return husk::point{box.at.x + x, box.at.y + y}; };
        });
    }
}

TEST_CASE("borders of a crop: edge and mirror", "[transform]")
{
    auto const source = support::numbered({5, 4});
    for (auto const b : {border::edge, border::reflect}) {
        auto const out = husk::apply(crop{{{-7, -6}, {20, 19}}, b}, husk::key{}, source);
        for (int y = 0; y < 19; ++y)
            for (int x = 0; x < 20; ++x)
                for (int c = 0; c < 3; ++c)
                    REQUIRE(out.view()(x, y, c) ==
                            source.view()(husk::place(x - 7, 5, b), husk::place(y - 6, 4, b), c));
    }
    husk::image<std::uint8_t> one({1, 1}, 1);
    one.view()(0, 0, 0) = 9;
    auto const all = husk::apply(crop{{{-2, -2}, {5, 5}}, border::reflect}, husk::key{}, one);
    CHECK(std::count(all.data(), all.data() + 25, 9) == 25);
}

TEST_CASE("outside a crop there is the fill", "[transform]")
{
    auto const source = support::numbered({5, 4});
    auto const out = husk::apply(crop{{{-1, 0}, {3, 4}}, border::constant, {1, .2f, 0}}, husk::key{}, source);
    CHECK((out.view()(0, 2, 0) == 255 && out.view()(0, 2, 1) == 51 && out.view()(0, 2, 2) == 0));
    CHECK(out.view()(1, 2, 1) == source.view()(0, 2, 1));
}

TEST_CASE("a crop inside only moves, one outside does not", "[transform]")
{
    CHECK(geometry::drawn(crop{{{1, 1}, {3, 3}}}, {4, 4}).moves());
    CHECK_FALSE(geometry::drawn(crop{{{2, 1}, {3, 3}}}, {4, 4}).moves());
    CHECK(geometry::drawn(crop{{{1, 2}, {3, 4}}}, {9, 9}).describe() == "window{3x4 at (1, 2)}");
}

TEST_CASE("crop refuses boxes that are empty or too far away", "[transform]")
{
    CHECK(contains(geometry::refusal(crop{}), "crop.box is 0x0 at (0, 0): must have a size"));
    CHECK(contains(geometry::refusal(crop{{{0, 0}, {-3, 4}}}), "crop.box is -3x4"));
    constexpr int most = std::numeric_limits<int>::max();
    CHECK(contains(geometry::refusal(crop{{{-most, 0}, {3, 4}}}), "lies too far outside an image of 9x7"));
    CHECK(contains(geometry::refusal(crop{{{0, 0}, {most, 4}}}), "lies too far outside"));
    CHECK(contains(geometry::refusal(crop{{{most, most}, {most, most}}}), "lies too far outside"));
    CHECK(geometry::refusal(crop{{{-(1 << 24), 0}, {3, 4}}}).empty());
}
