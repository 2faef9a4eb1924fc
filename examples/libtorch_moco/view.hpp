// SPDX-License-Identifier: MIT
#pragma once
#include "options.hpp"

#include <husk/negative/patch_negative.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/preset/moco.hpp>

/// MoCo v2's view but for `normalize`. Its blur was meant for 224 pixels, and shrinks with the image.
inline auto moco_view(int size)
{
    float const shrunk = static_cast<float>(size) / 224;
    return husk::random_resized_crop{.size = size, .scale = {.2f, 1}} |
           husk::maybe(.8f, husk::color_jitter{.4f, .4f, .4f, .1f}) | husk::random_grayscale{.2f} |
           husk::maybe(.5f, husk::gaussian_blur{.sigma = {.1f * shrunk, 2 * shrunk}}) |
           husk::random_horizontal_flip{};
}

/// Patches of the query: 16 to 72 pixels where it has 224.
inline auto patches(int size) -> husk::patch_negative { return {.side = {size * 16 / 224, size * 72 / 224}}; }

inline auto texture(texture_rules const& r) -> husk::texture_negative
{
    return {
        .exemplar = r.exemplar, .size = {r.side, r.side}, .sewing = {.block = r.block, .overlap = r.overlap}};
}
