// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/flip.hpp>
#include <husk/transform/resize.hpp>

using namespace fidelity;
using husk::filter;

namespace {

auto boxed(double x, double y, double width, double height, husk::rect seen, husk::extent out, filter f)
    -> husk::resample
{
    return {seen, {x, width}, {y, height}, out, f, true};
}

} // namespace

TEST_CASE("resizing is Pillow's within a level", "[fidelity]")
{
    for (auto const f : {filter::bilinear, filter::bicubic, filter::area, filter::lanczos}) {
        pillow("resize_down_" + to_string(f), husk::resize{.size = {29, 37}, .resampling = f}, 1);
        pillow("resize_up_" + to_string(f), husk::resize{.size = {91, 83}, .resampling = f}, 1);
        pillow("resize_box_" + to_string(f), boxed(7.25, 3.5, 53.5, 46.5, {{}, {64, 64}}, {40, 24}, f), 1);
    }
    pillow("resize_down_nearest", husk::resize{.size = {29, 37}, .resampling = filter::nearest}, 0);
    for (auto const f : {filter::bilinear, filter::bicubic})
        pillow("crop_" + to_string(f) + "_224",
               boxed(61, 22, 391, 309, {{61, 22}, {391, 309}}, {224, 224}, f), 1, photo());
}

TEST_CASE("resizing is torchvision's within 1e-5", "[fidelity]")
{
    for (auto const f : {filter::bilinear, filter::bicubic}) {
        auto const name = to_string(f);
        torchvision("resize_" + name + "_antialias", husk::resize{.size = {37, 29}, .resampling = f},
                    {37, 29}, 1e-5);
        torchvision("resize_" + name, husk::resize{.size = {91, 83}, .resampling = f, .antialias = false},
                    {91, 83}, 1e-5);
        torchvision("resized_crop_" + name, boxed(9, 5, 37, 41, {{9, 5}, {37, 41}}, {32, 32}, f), {32, 32},
                    1e-5);
    }
}

TEST_CASE("a flip is Pillow's, bit for bit", "[fidelity]")
{
    pillow("flip", husk::random_horizontal_flip{.probability = 1}, 0);
}
