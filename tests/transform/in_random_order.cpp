// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/crop.hpp>
#include <husk/transform/in_random_order.hpp>
#include <husk/transform/invert.hpp>
#include <husk/transform/maybe.hpp>

#include <map>

using husk::image, husk::key;

TEST_CASE("every order is equally likely, and all happen", "[transform]")
{
    constexpr auto t = husk::in_random_order(husk::invert{}, husk::brightness{.factor = {.5f, .5f}},
                                             husk::contrast{.factor = {2.f, 2.f}});
    std::map<std::string, int> orders;
    for (std::uint64_t i = 0; i < 6000; ++i) ++orders[husk::draw(t, key{.index = i}, {9, 9}).describe()];
    CHECK(orders.size() == 6);
    for (auto const& [order, n] : orders) {
        INFO(order);
        CHECK(std::abs(n - 1000) < 5 * 29); // deviation sqrt(6000 x 1/6 x 5/6); 5 of them: one in 10^6
        for (auto const* const part : {"invert{}", "brightness{0.5}", "contrast{2}"})
            CHECK(support::contains(order, part));
    }
}

TEST_CASE("what happens is what the order says", "[transform]")
{
    constexpr auto t = husk::in_random_order(husk::invert{}, husk::brightness{.factor = {.5f, .5f}});
    auto const source = support::numbered({20, 10});
    int first = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        auto const p = husk::draw(t, key{.index = i}, source.size());
        husk::workspace memory;
        image<float> out({20, 10});
        husk::execute(p, source, out, memory);
        bool const inverted_first = p.describe() == "invert{} | brightness{0.5}";
        first += inverted_first;
        for (std::size_t e = 0; e < out.elements(); ++e) {
            float const c = static_cast<float>(source.data()[e]) / 255;
            CHECK(std::abs(out.data()[e] - (inverted_first ? (1 - c) / 2 : 1 - c / 2)) < 1e-6f);
        }
    }
    CHECK((first > 2 && first < 18));
}

TEST_CASE("a part does not change its luck when another is changed", "[transform]")
{
    constexpr auto a = husk::in_random_order(husk::invert{}, husk::brightness{});
    constexpr auto b = husk::in_random_order(husk::contrast{}, husk::brightness{});
    for (std::uint64_t i = 0; i < 10; ++i) {
        auto const pa = husk::draw(a, key{.index = i}, {9, 9}), pa2 = husk::draw(a, key{.index = i}, {9, 9});
        CHECK(pa == pa2);
        CHECK(std::get<1>(std::get<0>(pa.steps).steps.kernels) ==
              std::get<1>(std::get<0>(husk::draw(b, key{.index = i}, {9, 9}).steps).steps.kernels));
    }
}

TEST_CASE("sizes go through the parts in their order", "[transform]")
{
    // Whichever comes second cuts what the first has left: only one order leaves 4 x 3.
    constexpr auto t = husk::in_random_order(husk::crop{{{1, 1}, {8, 6}}}, husk::crop{{{2, 0}, {4, 3}}});
    auto const source = support::numbered({12, 12});
    husk::workspace memory;
    int small = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        auto const p = husk::draw(t, key{.index = i}, source.size());
        REQUIRE((p.size() == husk::extent{4, 3} || p.size() == husk::extent{8, 6}));
        image<std::uint8_t> out(p.size());
        husk::execute(p, source, out, memory);
        if (p.size() == husk::extent{4, 3}) {
            CHECK(support::same_pixels(out.view(), source.view().crop({{3, 1}, {4, 3}})));
            ++small;
        }
    }
    CHECK((small > 2 && small < 18));
}

TEST_CASE("what only moves pixels, in any order, is traced and moved bit for bit", "[transform]")
{
    constexpr auto t =
        husk::in_random_order(husk::patch_negative{.side = {4, 9}, .size = {30, 28}},
                              husk::maybe(.5f, husk::grid_shuffle{.cells = 3}),
                              husk::patch_negative{.side = {2, 5}, .flips = true, .size = {25, 31}});
    auto const source = support::numbered<std::uint16_t>({40, 30});
    husk::workspace memory;
    for (std::uint64_t i = 0; i < 12; ++i) {
        auto const p = husk::draw(t, key{.index = i}, source.size());
        CHECK(p.moves());
        image<std::uint16_t> out(p.size()), plain(p.size()), replayed(p.size());
        husk::trace(p, source, out, memory).replay(source.view(), replayed.view());
        husk::execute(p, source, plain, memory);
        CHECK(out == replayed);
        CHECK(out == plain);
    }
}

TEST_CASE("a plan says how many walks an unknown order takes at most", "[transform]")
{
    using husk::brightness, husk::contrast, husk::grid_shuffle, husk::in_random_order;
    auto const walks = [](auto const& t) { return decltype(husk::draw(t, key{}, {90, 90}))::walks; };
    CHECK(walks(in_random_order(brightness{}, husk::invert{})) == 1);
    CHECK(walks(in_random_order(brightness{}, contrast{})) == 2);
    CHECK(walks(in_random_order(brightness{}, grid_shuffle{.cells = 2})) == 3);
    CHECK(walks(in_random_order(grid_shuffle{}, husk::maybe(.5f, grid_shuffle{}))) == 2);
    auto const source = support::numbered({9, 9});
    for (std::uint64_t i = 0; i < 4; ++i) {
        auto const p =
            husk::draw(in_random_order(brightness{}, grid_shuffle{.cells = 2}), key{.index = i}, {9, 9});
        CHECK(husk::describe(p).find("grid_shuffle") != std::string::npos);
    }
}
