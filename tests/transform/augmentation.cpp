// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/augmentation.hpp>

using husk::augmentation;
using husk::detail::augmentation_look, husk::detail::augmentation_space, husk::detail::magnitude;

namespace {

constexpr augmentation_space most{
    .shear = .3, .across = 4, .down = 6, .degrees = 90, .colours = .9, .bits = 4};

/// An operation on an image that tells its pixels apart.
auto done(augmentation what, magnitude const& m)
{
    auto const source = support::numbered({12, 12});
    husk::stream g(husk::key{});
    augmentation_look const look{husk::filter::nearest, husk::border::constant, {}};
    auto const k = husk::detail::settle(what, m, most, g, source.size(), look);
    husk::image<std::uint8_t> out(source.size());
    husk::workspace memory;
    husk::execute(husk::plan<husk::augmentation_kernel>{{k}, source.size()}, source, out, memory);
    return out;
}

auto words(augmentation what, magnitude const& m)
{
    husk::stream g(husk::key{});
    return husk::detail::settle(what, m, most, g, {12, 12},
                                {husk::filter::nearest, husk::border::constant, {}})
        .describe();
}

} // namespace

TEST_CASE("translations move by whole pixels, towards nought, to the right and down", "[transform]")
{
    auto const source = support::numbered({12, 12});
    auto const check = [&](augmentation what, magnitude const& m, int right, int down) {
        auto const out = done(what, m);
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 12; ++x)
                for (int c = 0; c < 3; ++c) {
                    int const u = x - right, v = y - down;
                    bool const inside = u >= 0 && v >= 0 && u < 12 && v < 12;
                    REQUIRE(out.view()(x, y, c) == (inside ? source.view()(u, v, c) : 0));
                }
    };
    check(augmentation::translate_x, {30, 30, false}, 4, 0);
    check(augmentation::translate_x, {29, 30, false}, 3, 0);
    check(augmentation::translate_x, {29, 30, true}, -3, 0);
    check(augmentation::translate_y, {15, 30, false}, 0, 3);
    check(augmentation::translate_y, {30, 30, true}, 0, -6);
    check(augmentation::translate_y, {0, 30, true}, 0, 0);
}

TEST_CASE("shears keep the first row, or column, and move the others by their distance", "[transform]")
{
    auto const source = support::numbered({12, 12});
    for (bool const negative : {false, true}) {
        auto const x_sheared = done(augmentation::shear_x, {30, 30, negative});
        auto const y_sheared = done(augmentation::shear_y, {30, 30, negative});
        for (int y = 0; y < 12; ++y)
            for (int x = 0; x < 12; ++x) {
                auto const slope = negative ? -.3f : .3f;
                auto const at = [&](int along, int away) {
                    return static_cast<int>(std::floor(static_cast<float>(along) + .5f +
                                                       slope * (static_cast<float>(away) + .5f)));
                };
                auto const u = at(x, y), v = at(y, x);
                REQUIRE(x_sheared.view()(x, y, 1) == (u >= 0 && u < 12 ? source.view()(u, y, 1) : 0));
                REQUIRE(y_sheared.view()(x, y, 1) == (v >= 0 && v < 12 ? source.view()(x, v, 1) : 0));
            }
    }
}

TEST_CASE("rotations turn counter-clockwise", "[transform]")
{
    auto const source = support::numbered({12, 12});
    auto const left = done(augmentation::rotate, {30, 30, false});
    auto const right = done(augmentation::rotate, {30, 30, true});
    for (int y = 0; y < 12; ++y)
        for (int x = 0; x < 12; ++x) {
            REQUIRE(left.view()(x, y, 0) == source.view()(11 - y, x, 0));
            REQUIRE(right.view()(x, y, 0) == source.view()(y, 11 - x, 0));
        }
}

TEST_CASE("magnitudes become factors, bits and thresholds as in torchvision", "[transform]")
{
    using enum augmentation;
    CHECK(words(brightness, {30, 30, false}) == "brightness{1.89999998}");
    CHECK(words(brightness, {30, 30, true}) == "brightness{0.100000024}");
    CHECK(words(saturation, {10, 30, false}) == "saturation{1.29999995}");
    CHECK(words(contrast, {10, 30, true}) == "contrast{0.699999988}");
    CHECK(words(sharpness, {0, 30, true}) == "sharpness{1}");
    CHECK(words(posterize, {0, 30, true}) == "posterize{8}");
    CHECK(words(posterize, {9, 30, true}) == "posterize{7}");
    CHECK(words(posterize, {30, 30, false}) == "posterize{4}");
    CHECK(words(solarize, {0, 30, true}) == "solarize{1}");
    CHECK(words(solarize, {9, 30, false}) == "solarize{0.699999988}");
    CHECK(words(solarize, {30, 30, false}) == "solarize{0}");
    CHECK(words(autocontrast, {9, 30, false}) == "autocontrast{}");
    CHECK(words(equalize, {9, 30, false}) == "equalize{}");
    CHECK(words(nothing, {9, 30, false}) == "unmoved");
    CHECK(done(nothing, {30, 30, false}) == support::numbered({12, 12}));
}
