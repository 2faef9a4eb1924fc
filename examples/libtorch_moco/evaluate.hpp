// SPDX-License-Identifier: MIT
#pragma once
#include "network.hpp"
#include "photographs.hpp"

/// Measures a frozen encoder, into evaluation.csv (set, measure, value):
/// - top1 of a linear classifier of features of the clean training images, on each set of shifted_sets();
/// - mistaken: how often the nearest of all clean validation images, by the cosine of embeddings, is the one
///   that a shuffled image was made from; the same of augmented images, which should be;
/// - cosine: to the clean image that it was made from, in the mean.
void evaluate(options const& o, encoder& e, photographs const& train, photographs const& validation);
