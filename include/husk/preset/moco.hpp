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

/// Both views of MoCo (He et al., "Momentum Contrast for Unsupervised Visual Representation Learning", CVPR
/// 2020).
constexpr auto moco_v1(output_size size = 224)
{
    return random_resized_crop{.size = size, .scale = {.2f, 1}} | random_grayscale{.2f} |
           color_jitter{.4f, .4f, .4f, .4f} | random_horizontal_flip{} | normalize{};
}

/// Both views of MoCo v2 (Chen, Fan, Girshick and He, "Improved Baselines with Momentum Contrastive
/// Learning", 2020), and of SimSiam. Pillow's blur.
constexpr auto moco_v2(output_size size = 224)
{
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .method = blur_method::three_boxes};
    return random_resized_crop{.size = size, .scale = {.2f, 1}} |
           maybe(.8f, color_jitter{.4f, .4f, .4f, .1f}) | random_grayscale{.2f} | maybe(.5f, blur) |
           random_horizontal_flip{} | normalize{};
}

/// View 1 or 2 of MoCo v3 (Chen, Xie and He, "An Empirical Study of Training Self-Supervised Vision
/// Transformers", ICCV 2021). `least_area` is .08 for transformers, .2 for ResNet-50. Pillow's blur.
constexpr auto moco_v3(int view, float least_area = .08f, output_size size = 224)
{
    bool const first = detail::is_first(view);
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .method = blur_method::three_boxes};
    return random_resized_crop{.size = size, .scale = {least_area, 1}} |
           maybe(.8f, color_jitter{.4f, .4f, .2f, .1f}) | random_grayscale{.2f} |
           maybe(first ? 1.f : .1f, blur) | maybe(first ? 0.f : .2f, solarize{}) | random_horizontal_flip{} |
           normalize{};
}

} // namespace husk::preset
