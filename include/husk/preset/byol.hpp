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

/// View 1 or 2 of BYOL (Grill et al., "Bootstrap Your Own Latent", NeurIPS 2020), by TensorFlow and JAX:
/// bicubic without antialiasing, brightness that is added, contrast about each channel's mean, and a blur
/// that sees black around the image.
constexpr auto byol(int view, output_size size = 224)
{
    bool const first = detail::is_first(view);
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .taps = 23, .border = border::constant};
    return random_resized_crop{.size = size,
                               .scale = {.08f, 1},
                               .resampling = filter::catmull_rom,
                               .antialias = false,
                               .tries = 1,
                               .fallback = crop_fallback::clip} |
           random_horizontal_flip{} |
           maybe(.8f, color_jitter{.brightness = .4f,
                                   .contrast = .4f,
                                   .saturation = .2f,
                                   .hue = .1f,
                                   .additive_brightness = true,
                                   .contrast_by_channel = true,
                                   .saturation_in_hsv = true}) |
           random_grayscale{.2f} | maybe(first ? 1.f : .1f, blur) |
           maybe(first ? 0.f : .2f, solarize{.threshold = .5f}) | normalize{};
}

} // namespace husk::preset
