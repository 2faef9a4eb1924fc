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
#include <husk/transform/solarize.hpp>

namespace husk::preset {

namespace detail {

/// What all views of DINO and DINOv2 have in common.
constexpr auto dino_view(output_size size, interval<float> const& scale, gaussian_blur const& blur,
                         float blurred, float solarized)
{
    return random_resized_crop{.size = size, .scale = scale, .resampling = filter::bicubic} |
           random_horizontal_flip{} | maybe(.8f, color_jitter{.4f, .4f, .2f, .1f}) | random_grayscale{.2f} |
           maybe(blurred, blur) | maybe(solarized, solarize{}) | normalize{};
}

} // namespace detail

/// The first large view, the second, and `small` small ones of DINO (Caron et al., "Emerging Properties in
/// Self-Supervised Vision Transformers", ICCV 2021): three groups. Pillow's blur.
constexpr auto dino(int small = 8)
{
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .method = blur_method::three_boxes};
    return multi_crop(views(1, detail::dino_view(224, {.4f, 1}, blur, 1, 0)),
                      views(1, detail::dino_view(224, {.4f, 1}, blur, .1f, .2f)),
                      views(small, detail::dino_view(96, {.05f, .4f}, blur, .5f, 0)));
}

/// How often DINOv2 blurs: as its paper says, or as its published code does, which takes each probability for
/// that of not blurring.
enum class dinov2_blur : std::uint8_t { as_documented, as_released };

/// The first large view, the second, and `small` small ones of DINOv2 and v3 (Oquab et al., "DINOv2: Learning
/// Robust Visual Features without Supervision", 2024): three groups. Small views are 96 pixels wide, or 98
/// for patches of 14. torchvision's blur, with 9 taps.
constexpr auto dinov2(dinov2_blur blurs, int small = 8, output_size small_size = 96)
{
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .taps = 9};
    bool const released = blurs == dinov2_blur::as_released;
    return multi_crop(views(1, detail::dino_view(224, {.32f, 1}, blur, released ? 0.f : 1.f, 0)),
                      views(1, detail::dino_view(224, {.32f, 1}, blur, released ? .9f : .1f, .2f)),
                      views(small, detail::dino_view(small_size, {.05f, .32f}, blur, .5f, 0)));
}

} // namespace husk::preset
