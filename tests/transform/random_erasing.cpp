// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/random_erasing.hpp>

#include <cmath>

using husk::erasing, husk::random_erasing;
using support::contains, support::message_of;

namespace {

auto drawn(random_erasing const& t, std::uint64_t index, husk::extent in) -> random_erasing::kernel
{
    husk::stream g(husk::key{.index = index});
    return t.draw(g, in);
}

} // namespace

TEST_CASE("random erasing paints its box and nothing else, in every element", "[transform]")
{
    auto const source = support::numbered({40, 30}, 4);
    husk::image<std::uint8_t> target({40, 30}, 4);
    husk::workspace memory;
    auto const plan =
        husk::draw(random_erasing{.probability = 1, .colour = {1, 0, .2f}}, husk::key{}, {40, 30});
    auto const box = std::get<0>(plan.steps).box;
    REQUIRE_FALSE(box.size.empty());
    husk::execute(plan, source, target, memory);
    std::array<std::uint8_t, 3> const colour{255, 0, 51};
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x)
            for (int c = 0; c < 4; ++c) {
                bool const inside = x >= box.at.x && x < box.right() && y >= box.at.y && y < box.bottom();
                CHECK(target.view()(x, y, c) ==
                      (inside && c < 3 ? colour[static_cast<std::size_t>(c)] : source.view()(x, y, c)));
            }
}

TEST_CASE("random erasing with noise is normal, and in any element only in the box", "[transform]")
{
    husk::image<float, husk::planar> source({300, 300}, 3), target({300, 300}, 3);
    husk::workspace memory;
    auto const plan =
        husk::draw(random_erasing{.probability = 1, .scale = {.3f, .3f}, .fill = erasing::noise}, husk::key{},
                   {300, 300});
    auto const box = std::get<0>(plan.steps).box;
    husk::execute(plan, source, target, memory);
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < target.elements(); ++i)
        if (target.data()[i] != 0) {
            auto const v = static_cast<double>(target.data()[i]);
            n += 1, sum += v, squares += v * v;
        }
    CHECK(n == 3. * static_cast<double>(box.size.area()));
    CHECK(std::abs(sum / n) < 5 / std::sqrt(n));
    CHECK(std::abs(squares / n - 1) < 5 * std::sqrt(2 / n));
}

TEST_CASE("random erasing draws area, shape and place as torchvision does", "[transform]")
{
    husk::extent const in{100, 80};
    int happened = 0;
    double logarithms = 0, areas = 0;
    for (std::uint64_t i = 0; i < 4000; ++i) {
        auto const box = drawn({.ratio = {.5f, 2}}, i, in).box;
        if (box.size.empty()) continue;
        ++happened;
        CHECK((box.inside(in) && box.size.width < 100 && box.size.height < 80));
        areas += static_cast<double>(box.size.area()) / 8000;
        logarithms += std::log(static_cast<double>(box.size.height) / box.size.width);
    }
    CHECK(std::abs(happened - 2000) < 5 * 32); // deviation sqrt(4000) / 2
    CHECK(std::abs(areas / happened - .175) < 5 * .0895 / std::sqrt(2000.));
    CHECK(std::abs(logarithms / happened) < 5 * .4 / std::sqrt(2000.));
}

TEST_CASE("random erasing gives up after ten boxes that do not fit", "[transform]")
{
    CHECK(drawn({.probability = 1}, 1, {1, 1}).box.size.empty());
    CHECK(drawn({.probability = 1, .scale = {1, 1}, .ratio = {1, 1}}, 1, {9, 9}).box == husk::rect{});
    CHECK(drawn({.probability = 1}, 1, {1, 1}).describe() == "random_erasing{nothing}");
    CHECK(drawn({.probability = 0}, 1, {90, 90}).box == husk::rect{});
}

TEST_CASE("random erasing refuses what cannot be", "[transform]")
{
    auto const attempt = [](random_erasing const& t) {
        return message_of([&] { (void)drawn(t, 0, {9, 9}); });
    };
    CHECK(contains(attempt({.probability = 2}), "random_erasing.probability is 2"));
    CHECK(contains(attempt({.scale = {0, 2}}), "random_erasing.scale is [0, 2]"));
    CHECK(contains(attempt({.ratio = {0, 1}}), "random_erasing.ratio is [0, 1]"));
    CHECK(contains(attempt({.colour = {0, std::nanf(""), 0}}), "random_erasing.colour is nan"));
}
