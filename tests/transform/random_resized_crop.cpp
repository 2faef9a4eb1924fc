// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/random_resized_crop.hpp>

using husk::crop_fallback, husk::extent, husk::random_resized_crop;
using support::contains;

namespace {

/// Which of `n` equal parts of [low, high] holds v.
auto part(double v, double low, double high, int n) -> std::size_t
{
    auto const i = static_cast<int>((v - low) / (high - low) * n);
    return static_cast<std::size_t>(std::clamp(i, 0, n - 1));
}

} // namespace

TEST_CASE("area and shape lie in their ranges, uniform and log-uniform", "[transform]")
{
    // Large and square, and boxes small, so that the first try always fits and rounding does not show.
    random_resized_crop const t{.scale = {.05f, .25f}, .ratio = {.5f, 2}};
    std::vector<int> areas(8), shapes(8);
    for (std::uint64_t i = 0; i < 8000; ++i) {
        auto const box = geometry::drawn(t, {8000, 8000}, i).seen;
        REQUIRE(box.inside({8000, 8000}));
        double const area = static_cast<double>(box.size.area()) / 64e6,
                     ratio = double(box.size.width) / box.size.height;
        REQUIRE((area > .0499 && area < .2501 && ratio > .499 && ratio < 2.002));
        ++areas[part(area, .05, .25, 8)];
        ++shapes[part(std::log(ratio), std::log(.5), std::log(2.), 8)];
    }
    CHECK(geometry::uniform(areas));
    CHECK(geometry::uniform(shapes));
}

TEST_CASE("every corner where the box fits is equally likely", "[transform]")
{
    random_resized_crop const t{.scale = {.25f, .25f}, .ratio = {1, 1}};
    std::vector<int> places(36);
    for (std::uint64_t i = 0; i < 7200; ++i) {
        auto const box = geometry::drawn(t, {10, 10}, i).seen;
        REQUIRE(box.size == extent{5, 5});
        ++places[static_cast<std::size_t>(box.at.y * 6 + box.at.x)];
    }
    CHECK(geometry::uniform(places));
}

TEST_CASE("extreme shapes fall back to the middle, in the nearest allowed shape", "[transform]")
{
    random_resized_crop const t{.scale = {1, 1}};
    auto const wide = geometry::drawn(t, {1000, 20}).seen, tall = geometry::drawn(t, {20, 1000}).seen;
    CHECK(wide == husk::rect{{486, 0}, {27, 20}}); // 20 x 4/3 = 26.7
    CHECK(tall == husk::rect{{0, 486}, {20, 27}}); // 20 / (3/4)
    // Between the ratios, but no draw fits: the whole image.
    random_resized_crop const square{.scale = {1, 1}, .ratio = {.9f, 1.1f}, .tries = 1};
    int whole = 0;
    for (std::uint64_t i = 0; i < 50; ++i)
        whole += geometry::drawn(square, {100, 100}, i).seen == husk::rect{{}, {100, 100}};
    CHECK(whole > 30);
}

TEST_CASE("or they clip the last try", "[transform]")
{
    random_resized_crop const t{.scale = {1, 1}, .fallback = crop_fallback::clip};
    for (std::uint64_t i = 0; i < 100; ++i) {
        auto const box = geometry::drawn(t, {1000, 20}, i).seen;
        REQUIRE(box.inside({1000, 20}));
        REQUIRE(box.size.height == 20);
        REQUIRE((box.size.width >= 122 && box.size.width <= 164)); // sqrt(20000 x 3/4), sqrt(20000 x 4/3)
    }
}

TEST_CASE("images of one pixel, one row and one column have crops", "[transform]")
{
    for (extent const in : {extent{1, 1}, {1, 50}, {50, 1}, {2, 3}})
        for (std::uint64_t i = 0; i < 30; ++i) {
            auto const t = random_resized_crop{.size = {9, 8}};
            CHECK(geometry::drawn(t, in, i).seen.inside(in));
            CHECK(husk::apply(t, husk::key{.index = i}, support::numbered(in)).size() == extent{9, 8});
        }
}

TEST_CASE("what is cropped is resized, as if it were all there is", "[transform]")
{
    auto const source = support::numbered({60, 44}, 4);
    for (std::uint64_t i = 0; i < 20; ++i) {
        random_resized_crop const t{.size = {24, 30}, .resampling = static_cast<husk::filter>(i % 5)};
        auto const box = geometry::drawn(t, {60, 44}, i).seen;
        husk::image<std::uint8_t> inner(box.size, 4), wanted({24, 30}, 4), found({24, 30}, 4);
        for (int y = 0; y < box.size.height; ++y)
            std::copy_n(source.view().at(box.at.x, box.at.y + y), 4 * box.size.width, inner.view().row(y));
        husk::workspace memory;
        husk::resample const whole{{{}, box.size},
                                   {0, double(box.size.width)},
                                   {0, double(box.size.height)},
                                   {24, 30},
                                   t.resampling};
        husk::execute(husk::plan<husk::resample>{{whole}, box.size}, inner, wanted, memory);
        husk::apply(t, husk::key{.seed = 11, .index = i}, source, found, memory);
        CHECK(found == wanted);
    }
}

TEST_CASE("random_resized_crop refuses what cannot be", "[transform]")
{
    auto const refusal = [](random_resized_crop const& t) { return geometry::refusal(t); };
    CHECK(refusal({}).empty());
    CHECK(contains(refusal({.size = {0, 5}}), "random_resized_crop.size is 0x5"));
    CHECK(contains(refusal({.scale = {.5f, .4f}}), "random_resized_crop.scale is [0.5, 0.4"));
    CHECK(contains(refusal({.scale = {.5f, 1.5f}}), "random_resized_crop.scale is [0.5, 1.5]"));
    CHECK(contains(refusal({.scale = {0, 0}}), "random_resized_crop.scale.high is 0"));
    CHECK(contains(refusal({.ratio = {0, 1}}), "random_resized_crop.ratio is [0, 1]"));
    CHECK(contains(refusal({.ratio = {1, std::nanf("")}}), "random_resized_crop.ratio"));
    CHECK(contains(refusal({.tries = 0}), "random_resized_crop.tries is 0"));
}
