// SPDX-License-Identifier: MIT
#pragma once
#include "dataset.hpp"
#include "network.hpp"

/// What one step was like.
struct step_result {
    at::Tensor loss;
    float accuracy;          ///< how often the key won
    float key_likeness;      ///< mean cosine of query and key
    float negative_likeness; ///< and of query and negative
};

/// MoCo v2 (Chen et al., 2020): an encoder that learns, one that follows it slowly and makes keys, and a
/// queue of keys of earlier batches; with the negatives of Ge et al. (2021), which are encoded as keys are,
/// meet their own query only, and never enter the queue.
class moco_impl : public torch::nn::Module {
public:
    explicit moco_impl(options const& o);

    /// The loss of a batch, to be differentiated; follows and enqueues. `luck` shuffles the keys.
    auto step(moco_batch const& batch, husk::key const& luck) -> step_result;
    auto query_encoder() -> encoder& { return query_; }

private:
    void follow();
    void enqueue(at::Tensor const& keys);

    options o_;
    encoder query_, key_;
    at::Tensor queue_, place_;
};
TORCH_MODULE_IMPL(moco, moco_impl);
