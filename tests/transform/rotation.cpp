// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/window.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/rotation.hpp>

#include <cmath>

using husk::extent, husk::key, husk::random_rotation;
using support::contains, support::message_of;

namespace {

auto drawn(random_rotation const& t, extent in, std::uint64_t index = 0) -> husk::projective
{
    return std::get<0>(husk::draw(t, key{.seed = 6, .index = index}, in).steps);
}

} // namespace

TEST_CASE("right angles move pixels exactly, counter-clockwise", "[transform]")
{
    auto const source = support::numbered({17, 17});
    husk::workspace memory;
    for (int i = -4; i <= 4; ++i)
        for (auto const f : {husk::filter::nearest, husk::filter::bilinear, husk::filter::bicubic}) {
            auto const angle = static_cast<float>(90 * i);
            random_rotation const t{.degrees = {angle, angle}, .resampling = f};
            husk::turned const way{static_cast<husk::turn>((4 - i) % 4)};
            husk::image<std::uint8_t> wanted({17, 17});
            husk::execute(husk::plan<husk::turned>{{way}, {17, 17}}, source, wanted, memory);
            CHECK(husk::apply(t, key{}, source) == wanted);
        }
}

TEST_CASE("a rotation keeps the centre, and turns what is right of it upwards", "[transform]")
{
    auto const k = drawn({.degrees = {30, 30}}, {40, 30});
    auto const p = k.forward({30, 15}, {40, 30}), c = k.forward({20, 15}, {40, 30});
    CHECK(std::abs(c.x - 20) < 1e-5f);
    CHECK(std::abs(c.y - 15) < 1e-5f);
    CHECK(std::abs(p.x - (20 + 10 * std::sqrt(.75f))) < 1e-5f);
    CHECK(std::abs(p.y - (15 - 10 * .5f)) < 1e-5f);
}

TEST_CASE("angles are uniform", "[transform]")
{
    random_rotation const t{.degrees = {-10, 30}};
    int in_quarter[4]{};
    for (std::uint64_t i = 0; i < 4000; ++i) {
        auto const m = drawn(t, {20, 20}, i).to_source;
        double const degrees = std::atan2(m[3], m[0]) * 180 / 3.14159265358979;
        REQUIRE((degrees >= -10 && degrees <= 30));
        ++in_quarter[std::min(static_cast<int>((degrees + 10) / 10), 3)];
    }
    for (int const n : in_quarter) CHECK(std::abs(n - 1000) < 5 * 28); // deviation sqrt(4000 x 3 / 16) = 27.4
}

TEST_CASE("expanded, all corners are seen", "[transform]")
{
    auto const size = [](float degrees, extent in) {
        return drawn({.degrees = {degrees, degrees}, .expand = true}, in).out;
    };
    CHECK(size(0, {20, 11}) == extent{20, 11});
    CHECK(size(90, {20, 11}) == extent{11, 20});
    CHECK(size(-180, {20, 11}) == extent{20, 11});
    for (int d = -360; d <= 360; d += 7)
        for (extent const in : {extent{1, 1}, {1, 9}, {40, 31}}) {
            auto const angle = static_cast<float>(d);
            auto const k = drawn({.degrees = {angle, angle}, .expand = true}, in);
            auto const w = static_cast<float>(in.width), h = static_cast<float>(in.height);
            float left = 1e9f, right = -1e9f;
            for (husk::position const p : {husk::position{0, 0}, {w, 0}, {w, h}, {0, h}}) {
                auto const q = k.forward(p, in);
                left = std::min(left, q.x);
                right = std::max(right, q.x);
                CHECK((q.x > -.001f && q.x < static_cast<float>(k.out.width) + .001f));
                CHECK((q.y > -.001f && q.y < static_cast<float>(k.out.height) + .001f));
            }
            CHECK(right - left > static_cast<float>(k.out.width) - 2.001f);
            auto const back = husk::apply(random_rotation{.degrees = {angle, angle}, .expand = true}, key{},
                                          support::numbered(in));
            CHECK(back.size() == k.out);
        }
}

TEST_CASE("outside a rotation there is the border", "[transform]")
{
    husk::image<std::uint8_t> white({20, 20});
    std::fill_n(white.data(), white.elements(), std::uint8_t{255});
    random_rotation t{.degrees = {45, 45}, .fill = {.2f, .4f, .6f}};
    auto const filled = husk::apply(t, key{}, white);
    CHECK(filled.view()(0, 0, 0) == 51);
    CHECK(filled.view()(0, 0, 2) == 153);
    t.outside = husk::border::edge;
    CHECK(husk::apply(t, key{}, white) == white);
}

TEST_CASE("random_rotation refuses what cannot be", "[transform]")
{
    auto const attempt = [](random_rotation const& t) { return message_of([&] { drawn(t, {9, 9}); }); };
    CHECK(attempt({.degrees = {-360, 360}}).empty());
    CHECK(contains(attempt({.degrees = {5, -5}}), "random_rotation.degrees is [5, -5]"));
    CHECK(contains(attempt({.degrees = {0, 361}}), "random_rotation.degrees is [0, 361]"));
    CHECK(contains(attempt({.degrees = {0, std::nanf("")}}), "random_rotation.degrees"));
    CHECK(contains(attempt({.resampling = husk::filter::area}), "random_rotation.resampling is area"));
    CHECK(contains(attempt({.fill = {0, INFINITY, 0}}), "random_rotation.fill is inf"));
}
