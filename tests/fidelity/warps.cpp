// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/affine.hpp>
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
