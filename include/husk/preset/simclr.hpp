// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/compose.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>

namespace husk::preset {

/// SimCLR's first version adds to the brightness, its second multiplies it.
enum class simclr_version : std::uint8_t { v1, v2 };

namespace detail {

/// The crop in both: bicubic as TensorFlow's resize is, which does not antialias. Boxes are drawn as
/// PyTorch's users draw them; TensorFlow's own are uniform in height and in shape.
constexpr auto simclr_crop(output_size size) -> random_resized_crop
{
    return {.size = size,
            .scale = {.08f, 1},
            .resampling = filter::catmull_rom,
            .antialias = false,
            .tries = 100};
}

/// Colours as TensorFlow changes them, about `strength` times what ImageNet gets.
constexpr auto simclr_jitter(float strength, simclr_version version) -> color_jitter
{
    return {.brightness = .8f * strength,
            .contrast = .8f * strength,
            .saturation = .8f * strength,
            .hue = .2f * strength,
            .additive_brightness = version == simclr_version::v1,
            .contrast_by_channel = true,
            .saturation_in_hsv = true};
}

} // namespace detail

/// Both views of SimCLR (Chen et al., "A Simple Framework for Contrastive Learning of Visual
/// Representations", ICML 2020), in [0, 1]. The blur sees black around the image.
constexpr auto simclr(float strength = 1, simclr_version version = simclr_version::v2, output_size size = 224)
{
    constexpr gaussian_blur blur{.sigma = {.1f, 2}, .taps = 23, .border = border::constant};
    return detail::simclr_crop(size) | random_horizontal_flip{} |
           maybe(.8f, detail::simclr_jitter(strength, version)) | random_grayscale{.2f} | maybe(.5f, blur);
}

/// Both views of SimCLR for CIFAR, which are not blurred.
constexpr auto simclr_cifar(float strength = .5f, simclr_version version = simclr_version::v2,
                            output_size size = 32)
{
    return detail::simclr_crop(size) | random_horizontal_flip{} |
           maybe(.8f, detail::simclr_jitter(strength, version)) | random_grayscale{.2f};
}

} // namespace husk::preset
