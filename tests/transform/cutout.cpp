// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/cutout.hpp>

#include <cmath>

using husk::cutout;
using support::contains, support::message_of;

TEST_CASE("cutout paints a square and nothing else", "[transform]")
{
    for (int const side : {0, 1, 5, 6, 100}) {
        auto const source = support::numbered({20, 10});
        husk::image<std::uint8_t> target({20, 10});
        husk::workspace memory;
        auto const plan =
            husk::draw(cutout{.side = side, .colour = {1, 1, 1}}, husk::key{.index = 3}, {20, 10});
        auto const box = std::get<0>(plan.steps).box;
        CHECK(box.inside({20, 10}));
        husk::execute(plan, source, target, memory);
        for (int y = 0; y < 10; ++y)
            for (int x = 0; x < 20; ++x)
                for (int c = 0; c < 3; ++c) {
                    bool const inside = x >= box.at.x && x < box.right() && y >= box.at.y && y < box.bottom();
                    CHECK(target.view()(x, y, c) == (inside ? 255 : source.view()(x, y, c)));
                }
    }
}

TEST_CASE("the square is cut off at the border", "[transform]")
{
    CHECK(cutout::around({5, 5}, {20, 10}, {3, 3}) == husk::rect{{4, 4}, {3, 3}});
    CHECK(cutout::around({5, 5}, {20, 10}, {4, 4}) == husk::rect{{3, 3}, {4, 4}});
    CHECK(cutout::around({0, 9}, {20, 10}, {6, 6}) == husk::rect{{0, 6}, {3, 4}});
    CHECK(cutout::around({19, 0}, {20, 10}, {1000, 1000}) == husk::rect{{0, 0}, {20, 10}});
    constexpr int most = std::numeric_limits<int>::max();
    CHECK(cutout::around({19, 0}, {20, 10}, {most, most}) == husk::rect{{0, 0}, {20, 10}});
}

TEST_CASE("any pixel may be the middle of the square", "[transform]")
{
    double x = 0, y = 0;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        husk::stream g(husk::key{.index = i});
        auto const box = cutout{.side = 1}.draw(g, {50, 30}).box;
        CHECK(box.size == husk::extent{1, 1});
        x += box.at.x, y += box.at.y;
    }
    CHECK(std::abs(x / 2000 - 24.5) < 5 * 14.5 / std::sqrt(2000.));
    CHECK(std::abs(y / 2000 - 14.5) < 5 * 8.7 / std::sqrt(2000.));
}

TEST_CASE("cutout refuses what cannot be", "[transform]")
{
    auto const attempt = [](cutout const& t) {
        return message_of([&] { (void)husk::draw(t, husk::key{}, {9, 9}); });
    };
    CHECK(contains(attempt({.side = -1}), "cutout.side is -1"));
    CHECK(contains(attempt({.colour = {std::nanf(""), 0, 0}}), "cutout.colour is nan"));
}
