// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/affine.hpp>
#include <husk/transform/crop.hpp>
#include <husk/transform/perspective.hpp>
#include <husk/transform/rotation.hpp>

using namespace fidelity;
using husk::filter;

// torchvision computes the places in floats, from -1 to 1: they are off by up to 1e-5 of a pixel.
TEST_CASE("rotation, affine and perspective are torchvision's", "[fidelity]")
{
    torchvision("rotate_30_nearest", husk::random_rotation{.degrees = {30, 30}}, {64, 64}, 0);
    torchvision("rotate_30_bilinear",
                husk::random_rotation{.degrees = {30, 30}, .resampling = filter::bilinear}, {64, 64}, 5e-5);
    torchvision("rotate_30_expand",
                husk::random_rotation{.degrees = {30, 30}, .resampling = filter::bilinear, .expand = true},
                {88, 88}, 5e-5);
    torchvision("affine_bilinear",
                husk::random_affine{.degrees = {15, 15},
                                    .scale = {1.2f, 1.2f},
                                    .shear_x = {10, 10},
                                    .shear_y = {5, 5},
                                    .resampling = filter::bilinear},
                {64, 64}, 5e-5);
    torchvision("perspective_bilinear",
                husk::perspective{.from = {{{0, 0}, {63, 0}, {63, 63}, {0, 63}}},
                                  .to = {{{6, 3}, {60, 1}, {55, 61}, {2, 58}}}},
                {64, 64}, 5e-5);
}

namespace {

/// One map: turned by 15 degrees, enlarged, sheared and moved.
auto moved(float x, float y) -> husk::projective
{
    husk::random_affine const still{.degrees = {15, 15},
                                    .scale = {1.2f, 1.2f},
                                    .shear_x = {10, 10},
                                    .shear_y = {5, 5},
                                    .resampling = filter::bilinear};
    husk::stream g(husk::key{});
    auto k = still.draw(g, {64, 64});
    k.to_source = husk::detail::after(k.to_source, {1, 0, double{-x}, 0, 1, double{-y}, 0, 0, 1});
    return k;
}

} // namespace

TEST_CASE("where a turned image ends it is torchvision's", "[fidelity]")
{
    constexpr auto seen = husk::crop{{{0, 0}, {40, 32}}};
    torchvision("corner_rotate_30",
                husk::random_rotation{.degrees = {30, 30}, .resampling = filter::bilinear} | seen, {40, 32},
                5e-5);
    torchvision("corner_perspective",
                husk::perspective{.from = {{{0, 0}, {63, 0}, {63, 63}, {0, 63}}},
                                  .to = {{{6, 3}, {60, 1}, {55, 61}, {2, 58}}}} |
                    seen,
                {40, 32}, 5e-5);
}

TEST_CASE("a map that also moves is torchvision's", "[fidelity]")
{
    torchvision("affine_translate", moved(5, -3), {64, 64}, 5e-5);
}

// At the rim Pillow takes the edge for what lies outside: half a pixel more of the image is seen. Its nearest
// neighbour is found in steps of 2^-16 of a pixel, and may lie on the other side of a tie.
TEST_CASE("rotation, affine and perspective are Pillow's within a level", "[fidelity]")
{
    constexpr int rim = 16;
    pillow("rotate_30", husk::random_rotation{.degrees = {30, 30}, .resampling = filter::bilinear}, 1,
           source(), rim);
    pillow("rotate_30_nearest", husk::random_rotation{.degrees = {30, 30}}, 0, source(), rim);
    pillow("rotate_-70",
           husk::random_rotation{.degrees = {-70, -70}, .resampling = filter::bilinear, .expand = true}, 1,
           source(), 24);
    pillow("affine", moved(5, -3), 1, source(), rim);
    pillow("perspective",
           husk::perspective{.from = {{{0, 0}, {63, 0}, {63, 63}, {0, 63}}},
                             .to = {{{6, 3}, {60, 1}, {55, 61}, {2, 58}}}},
           1, source(), rim);
}
