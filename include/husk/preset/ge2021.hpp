// SPDX-License-Identifier: MIT
#pragma once
#include <husk/negative/patch_negative.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/contrastive.hpp>
#include <husk/preset/moco.hpp>

namespace husk::preset {

/// Query, key and one patch negative, as the authors' code makes them (Ge et al., "Robust Contrastive
/// Learning Using Negative Samples with Diminished Semantics", NeurIPS 2021): MoCo v2's views, and patches of
/// the query of 16 to 72 pixels.
constexpr auto ge2021_patch(output_size size = 224)
{
    return contrastive(moco_v2(size), patch_negative{.side = {16, 72}, .rule = patch_rule::ge2021},
                       {.negatives = 1});
}

/// Query, key and one texture negative of the same paper: sewn from two windows of 96 x 96 pixels of the
/// image, where the authors use another program; and then MoCo v2's view with the query's parameters.
constexpr auto ge2021_texture(output_size size = 224)
{
    return contrastive(moco_v2(size), texture_negative{.exemplar = 96, .size = {224, 224}}, {.negatives = 1});
}

} // namespace husk::preset
