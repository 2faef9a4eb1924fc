// SPDX-License-Identifier: MIT
#pragma once
#include "crew.hpp"
#include "negative.hpp"
#include "picture.hpp"
#include "recipe.hpp"

#include <husk/pipeline/contrastive.hpp>
#include <husk/pipeline/multi_crop.hpp>
#include <husk/simd/isa.hpp>

namespace pixels {

using contrastive = husk::contrastive_views<recipe, recipe, negative>;
using crops = husk::multi_crop_views<recipe, recipe, recipe>; // groups that are not there have no views

/// What all work has in common: image i with luck[i]. Images are packed, u8 or f32.
struct job {
    std::span<husk::key const> luck;
    element from;
    std::span<picture const> images;
    kind to;
    bool alone; ///< one image, which messages do not call a batch
};

struct contrastive_job : job {
    contrastive const& sample;
    std::span<picture const> queries, keys, negatives;
};

struct crops_job : job {
    crops const& views;
    std::array<std::span<picture const>, 3> groups;
};

/// Negatives alone have the elements of their images.
struct negative_job : job {
    negative const& what;
    std::span<picture const> targets;
};

// There is one of each for every instruction set, chosen in dispatch.cpp: above is Python, below are pixels.
// They throw husk::error, before anything is written.

template <husk::simd::isa>
void run(contrastive_job const& j, crew& c);
template <husk::simd::isa>
void run(crops_job const& j, crew& c);
template <husk::simd::isa>
void run(negative_job const& j, crew& c);

} // namespace pixels
