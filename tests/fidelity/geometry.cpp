// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/center_crop.hpp>
#include <husk/transform/crop.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/random_erasing.hpp>
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

TEST_CASE("where an image ends, resizing without antialias is torchvision's and TensorFlow's", "[fidelity]")
{
    constexpr auto seen = husk::crop{{{0, 0}, {40, 32}}};
    auto const enlarged = [&](filter f) {
        return husk::resize{.size = {91, 83}, .resampling = f, .antialias = false} | seen;
    };
    torchvision("corner_resize_bilinear", enlarged(filter::bilinear), seen.box.size, 1e-5);
    torchvision("corner_resize_bicubic", enlarged(filter::bicubic), seen.box.size, 1e-5);
    definition("corner_catmull_rom_91", enlarged(filter::catmull_rom), seen.box.size, 1e-5);
    definition("catmull_rom_37",
               husk::resize{.size = {37, 29}, .resampling = filter::catmull_rom, .antialias = false},
               {37, 29}, 1e-5);
}

// torchvision's own "nearest" of tensors takes the pixel left and above; Pillow's and nearest-exact do not.
TEST_CASE("the nearest pixel is Pillow's, and torchvision's nearest-exact", "[fidelity]")
{
    torchvision("resize_nearest_exact", husk::resize{.size = {37, 29}, .resampling = filter::nearest},
                {37, 29}, 0);
}

TEST_CASE("flips, crops and borders are Pillow's and torchvision's, bit for bit", "[fidelity]")
{
    pillow("flip", husk::random_horizontal_flip{.probability = 1}, 0);
    pillow("center_crop_33x40", husk::center_crop{.size = {33, 40}}, 0);
    pillow("center_crop_81x70", husk::center_crop{.size = {81, 70}}, 0);
    for (auto const& [name, border] : {std::pair{"constant", husk::border::constant},
                                       {"edge", husk::border::edge},
                                       {"reflect", husk::border::reflect}})
        pillow(std::string("pad_") + name, husk::crop{{{-9, -9}, {82, 82}}, border, {.2f, .4f, 1}}, 0);
    husk::random_erasing::kernel const box{{{20, 5}, {11, 27}}, {.25f, .5f, 1}, husk::erasing::colour, {}};
    torchvision("erase", box, {64, 64}, 0);
}
