// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/transform/cutmix.hpp>

#include <cmath>

using husk::cutmix;
using support::contains, support::message_of;

TEST_CASE("cutmix's lambda is what is left of the first image", "[transform]")
{
    for (auto const in : {husk::extent{1, 1}, husk::extent{3, 50}, husk::extent{224, 160}})
        for (std::uint64_t i = 0; i < 500; ++i) {
            husk::stream g(husk::key{.index = i});
            auto const k = cutmix{}.draw(g, in);
            CHECK(k.box.inside(in));
            auto const seen = static_cast<double>(k.box.size.area()) / static_cast<double>(in.area());
            CHECK(std::abs(static_cast<double>(k.lambda) - (1 - seen)) < 1e-7);
        }
}

TEST_CASE("cutmix's box has the image's proportions and the area that was drawn", "[transform]")
{
    for (std::uint64_t i = 0; i < 300; ++i) {
        husk::stream g(husk::key{.index = i}), again(husk::key{.index = i});
        auto const box = cutmix{.alpha = .7f}.draw(g, {200, 100}).box;
        double const side = std::sqrt(1 - static_cast<double>(husk::beta(again, .7f)));
        CHECK(box.size.width <= 200 * side);
        CHECK(box.size.height <= 100 * side);
        bool const cut = box.at.x == 0 || box.at.y == 0 || box.right() == 200 || box.bottom() == 100;
        if (!cut) CHECK((box.size.width > 200 * side - 1 && box.size.height > 100 * side - 1));
    }
}

TEST_CASE("cutmix refuses impossible shapes", "[transform]")
{
    husk::stream g(husk::key{});
    CHECK(contains(message_of([&] { (void)cutmix{.alpha = 0}.draw(g, {9, 9}); }), "cutmix.alpha is 0"));
    CHECK(contains(message_of([&] {
                       (void)cutmix{.alpha = std::nanf("")}.draw(g, {9, 9});
                   }),
                   "cutmix.alpha is nan"));
    CHECK(cutmix::kernel{{{1, 2}, {3, 4}}, .5f}.describe() == "cutmix{3x4 at (1, 2), lambda 0.5}");
}
