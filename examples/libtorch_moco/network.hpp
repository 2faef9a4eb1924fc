// SPDX-License-Identifier: MIT
#pragma once
#include "options.hpp"

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

/// A residual network (He et al., 2016) and MoCo v2's head: `features` is what is used afterwards,
/// `embedding` what the loss sees.
class encoder_impl : public torch::nn::Module {
public:
    static constexpr std::int64_t dimensions = 128; ///< of the embedding

    encoder_impl(architecture a, int width);

    /// N x 3 x H x W to N x F.
    auto features(at::Tensor const& images) -> at::Tensor;
    /// From features to N x 128, of length 1.
    auto embedding(at::Tensor const& features) -> at::Tensor;

private:
    torch::nn::Sequential body_, head_;
};
TORCH_MODULE_IMPL(encoder, encoder_impl);
