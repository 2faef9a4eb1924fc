// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/compose.hpp>
#include <husk/preset/view_number.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>
#include <husk/transform/solarize.hpp>

namespace husk::preset {

/// View 1 or 2 of Barlow Twins (Zbontar et al., "Self-Supervised Learning via Redundancy Reduction", ICML
/// 2021), and of VICReg. Pillow's blur.
constexpr auto barlow_twins(int view, output_size size = 224)
{
    bool const first = detail::is_first(view);
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .method = blur_method::three_boxes};
    return random_resized_crop{.size = size, .scale = {.08f, 1}, .resampling = filter::bicubic} |
           random_horizontal_flip{} | maybe(.8f, color_jitter{.4f, .4f, .2f, .1f}) | random_grayscale{.2f} |
           maybe(first ? 1.f : .1f, blur) | maybe(first ? 0.f : .2f, solarize{}) | normalize{};
}

} // namespace husk::preset
