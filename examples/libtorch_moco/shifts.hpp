// SPDX-License-Identifier: MIT
#pragma once
#include "options.hpp"
#include "photographs.hpp"

#include <husk/pipeline/threads.hpp>

#include <ATen/core/Tensor.h>

/// Photographs as the network is to see them when it is measured: N x 3 x size x size, normalised.
struct image_set {
    std::string name;
    at::Tensor images;
};

/// The middle square of each photograph. What is below depends on the photographs alone, so that all runs are
/// measured by the same images.
auto clean(photographs const& photos, options const& o, husk::threads& team) -> at::Tensor;

/// clean; blurred: Gaussian, sigma = size / 32 pixels; grey: luma; shuffled: 4 x 4 cells in another order;
/// stylised: the quilted texture of a photograph T of another class, and of this one, X, what luma is larger
/// than texture: T + blur(Y(X)) - blur(Y(T)), with the same sigma; edges: half the length of Sobel's gradient
/// of the luma, white on black; augmented: a view as in training.
auto shifted_sets(photographs const& photos, options const& o, husk::threads& team) -> std::vector<image_set>;
