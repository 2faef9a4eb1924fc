// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/compose.hpp>
#include <husk/pipeline/multi_crop.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>

namespace husk::preset {

/// Two large views and `small` small ones of SwAV (Caron et al., "Unsupervised Learning of Visual Features by
/// Contrasting Cluster Assignments", NeurIPS 2020). Red is divided by .228, as in its code. Pillow's blur.
constexpr auto swav(int small = 6)
{
    auto const view = [](output_size size, interval<float> const& scale) {
        constexpr gaussian_blur blur{.sigma = {.1f, 2}, .method = blur_method::three_boxes};
        return random_resized_crop{.size = size, .scale = scale} | random_horizontal_flip{} |
               maybe(.8f, color_jitter{.8f, .8f, .8f, .2f}) | random_grayscale{.2f} | maybe(.5f, blur) |
               normalize{.deviation = {.228f, .224f, .225f}};
    };
    return multi_crop(views(2, view(224, {.14f, 1})), views(small, view(96, {.05f, .14f})));
}

} // namespace husk::preset
