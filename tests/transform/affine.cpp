// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/affine.hpp>
#include <husk/transform/rotation.hpp>

#include <cmath>

using husk::extent, husk::key, husk::random_affine;
using support::contains, support::message_of;

namespace {

auto drawn(random_affine const& t, extent in, std::uint64_t index = 0) -> husk::projective
{
    return std::get<0>(husk::draw(t, key{.seed = 6, .index = index}, in).steps);
}

/// Where torchvision's affine takes a place, from its definition: centre, then scale x rotation x shear, then
/// back and away.
auto torchvision(husk::position p, extent in, double degrees, double scale, double sx, double sy)
    -> husk::position
{
    constexpr double unit = 3.14159265358979323846 / 180;
    double const x = double{p.x} - in.width / 2., y = double{p.y} - in.height / 2., a = degrees * unit;
    // shear in x, then in y, in torchvision's sense, then the turn
    double const u = x - std::tan(sx * unit) * y, v = -std::tan(sy * unit) * u + y;
    return {static_cast<float>(scale * (std::cos(a) * u - std::sin(a) * v) + in.width / 2.),
            static_cast<float>(scale * (std::sin(a) * u + std::cos(a) * v) + in.height / 2.)};
}

} // namespace

TEST_CASE("an affine map takes places where torchvision's takes them", "[transform]")
{
    extent const in{50, 40};
    for (float const angle : {0.f, 30.f, -75.f, 200.f})
        for (float const scale : {1.f, .5f, 1.7f})
            for (float const sx : {0.f, 20.f, -40.f})
                for (float const sy : {0.f, 15.f, -30.f}) {
                    auto const k = drawn({.degrees = {angle, angle},
                                          .scale = {scale, scale},
                                          .shear_x = {sx, sx},
                                          .shear_y = {sy, sy}},
                                         in);
                    for (husk::position const p : {husk::position{25, 20}, {0, 0}, {50, 10}}) {
                        auto const found = k.forward(p, in),
                                   wanted = torchvision(p, in, double{angle}, double{scale}, double{sx},
                                                        double{sy});
                        CHECK(std::abs(found.x - wanted.x) < 1e-4f);
                        CHECK(std::abs(found.y - wanted.y) < 1e-4f);
                    }
                }
}

TEST_CASE("random_affine turns clockwise, random_rotation the other way", "[transform]")
{
    auto const source = support::numbered({31, 23});
    CHECK(husk::apply(random_affine{.degrees = {25, 25}}, key{}, source) ==
          husk::apply(husk::random_rotation{.degrees = {-25, -25}}, key{}, source));
}

TEST_CASE("shifts are whole pixels, uniform, and at most what is said", "[transform]")
{
    random_affine const t{.degrees = {0, 0}, .translate = {.1f, .25f}};
    int seen[5]{};
    for (std::uint64_t i = 0; i < 4000; ++i) {
        auto const p = drawn(t, {20, 40}, i).forward({0, 0}, {20, 40});
        REQUIRE((std::abs(p.x) <= 2 && std::abs(p.y) <= 10));
        REQUIRE((p.x == std::nearbyint(p.x) && p.y == std::nearbyint(p.y)));
        ++seen[static_cast<int>(p.x) + 2];
    }
    // Rounded, so that the outermost shifts are half as likely. Deviation sqrt(4000 x 3 / 16) = 27.4.
    CHECK(std::abs(seen[0] - 500) < 130);
    CHECK(std::abs(seen[4] - 500) < 130);
    for (int i = 1; i < 4; ++i) CHECK(std::abs(seen[i] - 1000) < 140);
}

TEST_CASE("scales and shears are uniform", "[transform]")
{
    random_affine const t{.degrees = {0, 0}, .scale = {.5f, 1.5f}, .shear_x = {-20, 20}};
    double scales = 0, slopes = 0;
    for (std::uint64_t i = 0; i < 4000; ++i) {
        auto const m = drawn(t, {20, 20}, i).to_source;
        REQUIRE((m[0] >= 1 / 1.5001 && m[0] <= 2.0001 && m[3] == 0));
        double const shear = std::atan(m[1] / m[0]) * 180 / 3.14159265358979;
        REQUIRE((shear >= -20.001 && shear <= 20.001));
        scales += 1 / m[0];
        slopes += shear;
    }
    CHECK(std::abs(scales / 4000 - 1) < 5 * .0046); // deviation 1 / sqrt(12 x 4000)
    CHECK(std::abs(slopes / 4000) < 5 * 40 * .0046);
}

TEST_CASE("what is left alone stays bit for bit", "[transform]")
{
    auto const source = support::numbered({31, 23}, 4);
    CHECK(husk::apply(random_affine{.degrees = {0, 0}}, key{}, source) == source);
    for (extent const in : {extent{1, 1}, {1, 40}, {40, 1}})
        CHECK(
            husk::apply(random_affine{.scale = {.5f, 2}, .shear_x = {-30, 30}}, key{}, support::numbered(in))
                .size() == in);
}

TEST_CASE("random_affine refuses what cannot be", "[transform]")
{
    auto const attempt = [](random_affine const& t) { return message_of([&] { drawn(t, {9, 9}); }); };
    CHECK(attempt({}).empty());
    CHECK(contains(attempt({.degrees = {-400, 0}}), "random_affine.degrees is [-400, 0]"));
    CHECK(contains(attempt({.translate = {0, 1.5f}}), "random_affine.translate is 1.5"));
    CHECK(contains(attempt({.translate = {-.1f, 0}}), "random_affine.translate is -0.1"));
    CHECK(contains(attempt({.scale = {0, 1}}), "random_affine.scale is [0, 1]"));
    CHECK(contains(attempt({.shear_x = {0, 90}}), "random_affine.shear_x is [0, 90]"));
    CHECK(contains(attempt({.shear_y = {-90, 0}}), "random_affine.shear_y is [-90, 0]"));
    CHECK(contains(attempt({.resampling = husk::filter::lanczos}), "random_affine.resampling is lanczos"));
}
