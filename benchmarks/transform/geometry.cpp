// SPDX-License-Identifier: MIT
#include "transform/positives.hpp"

namespace {

using bench::views;

bench::table const
    whole("u8 HWC, 224x224x3, geometry",
          {bench::memcpy_of(bench::elements), views("horizontal flip", husk::random_horizontal_flip{1}),
           views("vertical flip", husk::random_vertical_flip{1}),
           views("random_right_angle", husk::random_right_angle{}),
           views("random_crop, padded by 4", husk::random_crop{.padding = 4}),
           views("random_rotation, nearest", husk::random_rotation{}),
           views("random_rotation, bilinear", husk::random_rotation{.resampling = husk::filter::bilinear}),
           views("random_affine, bilinear",
                 husk::random_affine{.degrees = {-15, 15}, .resampling = husk::filter::bilinear}),
           views("random_perspective, bilinear", husk::random_perspective{})});

bench::table const crops(
    "u8 HWC, 500x375 to 224x224",
    {bench::memcpy_of(bench::elements), views("resize, bilinear", husk::resize{.size = 224}, bench::photo),
     views("random_resized_crop, bilinear", husk::random_resized_crop{.scale = {.2f, 1.f}}, bench::photo),
     views("random_resized_crop, bicubic",
           husk::random_resized_crop{.scale = {.2f, 1.f}, .resampling = husk::filter::bicubic}, bench::photo),
     views("random_resized_crop, not antialiased",
           husk::random_resized_crop{.scale = {.2f, 1.f}, .antialias = false}, bench::photo)});

} // namespace
