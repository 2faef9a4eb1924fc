// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/pipeline/moved.hpp>
#include <husk/transform/affine.hpp>
#include <husk/transform/center_crop.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/in_random_order.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/perspective.hpp>
#include <husk/transform/random_crop.hpp>
#include <husk/transform/random_resized_crop.hpp>
#include <husk/transform/random_right_angle.hpp>
#include <husk/transform/resize.hpp>
#include <husk/transform/rotation.hpp>

using husk::bounding_box, husk::extent, husk::key, husk::position;

namespace {

/// A white dot, soft enough to have a middle after it was resampled.
auto dot(extent size, position at) -> husk::image<float, husk::planar>
{
    husk::image<float, husk::planar> out(size, 1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            auto const dx = static_cast<float>(x) + .5f - at.x, dy = static_cast<float>(y) + .5f - at.y;
            out.view()(x, y, 0) = std::max(0.f, 1 - (dx * dx + dy * dy) / 25);
        }
    return out;
}

/// The middle of what is white, and how much there is.
struct found {
    double x = 0, y = 0, mass = 0;
};
auto find(husk::image<float, husk::planar> const& image) -> found
{
    found f;
    for (int y = 0; y < image.size().height; ++y)
        for (int x = 0; x < image.size().width; ++x) {
            double const v = double{image.view()(x, y, 0)};
            f.x += v * (x + .5);
            f.y += v * (y + .5);
            f.mass += v;
        }
    return {f.x / f.mass, f.y / f.mass, f.mass};
}

/// Dots land where moved() says, or are gone when it says so.
template <class T>
void check_dots(T const& t, double tolerance)
{
    extent const in{80, 60};
    husk::workspace memory;
    int seen = 0;
    for (std::uint64_t i = 0; i < 60; ++i) {
        auto const p = husk::draw(t, key{.seed = 7, .index = i}, in);
        position const at{12 + static_cast<float>(i * 7 % 56), 12 + static_cast<float>(i * 5 % 36)};
        auto const to = husk::moved(p, at);
        husk::image<float, husk::planar> out(p.size(), 1);
        husk::execute(p, dot(in, at), out, memory);
        auto const f = find(out);
        auto const inside = [](float v, int length) { return v > 14 && v < static_cast<float>(length) - 14; };
        INFO(p.describe());
        if (inside(to.x, p.size().width) && inside(to.y, p.size().height)) {
            ++seen;
            CHECK(std::abs(f.x - double{to.x}) < tolerance);
            CHECK(std::abs(f.y - double{to.y}) < tolerance);
        }
        bool const gone = to.x < -20 || to.y < -20 || to.x > static_cast<float>(p.size().width) + 20 ||
                          to.y > static_cast<float>(p.size().height) + 20;
        if (gone) CHECK(f.mass < 1e-6);
    }
    CHECK(seen > 5);
}

} // namespace

TEST_CASE("a dot lands where its place is moved to", "[pipeline]")
{
    check_dots(husk::random_horizontal_flip{}, 1e-3);
    check_dots(husk::random_vertical_flip{}, 1e-3);
    check_dots(husk::random_right_angle{.keep_size = false}, 1e-3);
    check_dots(husk::random_crop{.size = {50, 50}, .padding = 8}, 1e-3);
    check_dots(husk::center_crop{.size = {66, 54}}, 1e-3);
    check_dots(husk::resize{.shorter = 90}, .02);
    check_dots(husk::random_resized_crop{.size = 90, .scale = {.5f, 1}}, .05);
    check_dots(husk::random_rotation{.degrees = {-180, 180}, .resampling = husk::filter::bilinear}, .05);
    check_dots(
        husk::random_rotation{.degrees = {-180, 180}, .resampling = husk::filter::bilinear, .expand = true},
        .05);
    check_dots(husk::random_affine{.degrees = {-30, 30},
                                   .translate = {.1f, .1f},
                                   .scale = {.8f, 1.2f},
                                   .shear_x = {-10, 10},
                                   .resampling = husk::filter::bilinear},
               .05);
    check_dots(husk::random_perspective{.distortion = .3f, .probability = 1}, .3); // a dot becomes no circle
}

TEST_CASE("a dot lands where a whole pipeline moves it", "[pipeline]")
{
    auto const t = husk::maybe(.5f, husk::random_horizontal_flip{.probability = 1}) |
                   husk::one_of(husk::random_vertical_flip{}, husk::random_right_angle{}) |
                   husk::random_rotation{.degrees = {-30, 30}, .resampling = husk::filter::bilinear} |
                   husk::random_resized_crop{.size = {100, 80}, .scale = {.5f, 1}};
    check_dots(t, .05);
    check_dots(t | husk::random_horizontal_flip{}, .05);
    check_dots(husk::in_random_order(husk::random_right_angle{.keep_size = false},
                                     husk::random_crop{.size = {56, 50}}, husk::normalize{.mean = {}}),
               1e-3);
}

TEST_CASE("colours do not move places", "[pipeline]")
{
    auto const p = husk::draw(husk::normalize{}, key{}, {9, 9});
    CHECK(husk::moved(p, position{3.25f, -4}) == position{3.25f, -4});
}

TEST_CASE("a box is the hull of its corners, clipped", "[pipeline]")
{
    extent const in{40, 30};
    auto const flip = husk::draw(husk::random_horizontal_flip{.probability = 1}, key{}, in);
    CHECK(husk::moved(flip, bounding_box{{3, 4}, {10, 20}}) == bounding_box{{30, 4}, {37, 20}});
    auto const crop = husk::draw(husk::crop{{{5, 6}, {10, 10}}}, key{}, in);
    CHECK(husk::moved(crop, bounding_box{{3, 4}, {10, 20}}) == bounding_box{{0, 0}, {5, 10}});
    auto const gone = husk::moved(crop, bounding_box{{20, 20}, {30, 30}});
    CHECK((gone.low == position{10, 10} && gone.high == position{10, 10}));
    auto const turn = husk::draw(husk::random_rotation{.degrees = {90, 90}, .expand = true}, key{}, in);
    CHECK(husk::moved(turn, bounding_box{{3, 4}, {10, 20}}) == bounding_box{{4, 30}, {20, 37}});
}
