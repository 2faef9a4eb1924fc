// SPDX-License-Identifier: MIT
#include "network.hpp"

#include <torch/nn/functional.h>
#include <torch/nn/init.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/pooling.h>

namespace nn = torch::nn;

namespace {

auto convolution(std::int64_t in, std::int64_t out, std::int64_t side, std::int64_t stride)
{
    return nn::Conv2d(nn::Conv2dOptions(in, out, side).stride(stride).padding(side / 2).bias(false));
}

/// Two convolutions, added to what came in.
class block_impl : public nn::Module {
public:
    block_impl(std::int64_t in, std::int64_t out, std::int64_t stride) :
        path_(convolution(in, out, 3, stride), nn::BatchNorm2d(out), nn::ReLU(), convolution(out, out, 3, 1),
              nn::BatchNorm2d(out))
    {
        register_module("path", path_);
        if (stride != 1 || in != out) {
            shortcut_ = nn::Sequential(convolution(in, out, 1, stride), nn::BatchNorm2d(out));
            register_module("shortcut", shortcut_);
        }
    }

    auto forward(at::Tensor const& x) -> at::Tensor
    {
        return torch::relu(path_->forward(x) + (shortcut_.is_empty() ? x : shortcut_->forward(x)));
    }

private:
    nn::Sequential path_, shortcut_{nullptr};
};
TORCH_MODULE_IMPL(block, block_impl);

/// Weights as in the ResNet's, in memory as the images are.
void initialise(nn::Module& m)
{
    for (auto& p : m.parameters())
        if (p.dim() == 4) {
            nn::init::kaiming_normal_(p, 0, torch::kFanOut, torch::kReLU);
            p.set_data(p.contiguous(at::MemoryFormat::ChannelsLast));
        }
}

} // namespace

encoder_impl::encoder_impl(architecture a, int small_width)
{
    auto const blocks = a == architecture::small ? 1 : 2;
    std::int64_t width = a == architecture::small ? small_width : 64;
    body_ = nn::Sequential(convolution(3, width, 7, 2), nn::BatchNorm2d(width), nn::ReLU(),
                           nn::MaxPool2d(nn::MaxPool2dOptions(3).stride(2).padding(1)));
    std::int64_t in = width;
    for (int stage = 0; stage < 4; ++stage, width *= 2)
        for (int b = 0; b < blocks; ++b, in = width)
            body_->push_back(block(in, width, stage > 0 && b == 0 ? 2 : 1));
    body_->push_back(nn::AdaptiveAvgPool2d(1));
    body_->push_back(nn::Flatten());
    head_ = nn::Sequential(nn::Linear(in, in), nn::ReLU(), nn::Linear(in, dimensions));
    register_module("body", body_);
    register_module("head", head_);
    initialise(*this);
}

auto encoder_impl::features(at::Tensor const& images) -> at::Tensor { return body_->forward(images); }

auto encoder_impl::embedding(at::Tensor const& features) -> at::Tensor
{
    namespace f = nn::functional;
    return f::normalize(head_->forward(features), f::NormalizeFuncOptions().dim(1));
}
