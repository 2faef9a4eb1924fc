// SPDX-License-Identifier: MIT
#pragma once
#include <torch/nn/functional/loss.h>
#include <torch/optim/lbfgs.h>
#include <torch/utils.h>

/// A linear classifier of features that stay as they are: each feature is standardised, then comes a softmax
/// regression with weight decay, whose strength is chosen on a fifth of the images.
class linear_classifier {
public:
    linear_classifier(at::Tensor const& features, at::Tensor const& labels, std::int64_t classes);

    auto predict(at::Tensor const& features) const -> at::Tensor;
    /// The share that it gets right.
    auto accuracy(at::Tensor const& features, at::Tensor const& labels) const -> double;

private:
    void fit(at::Tensor const& features, at::Tensor const& labels, std::int64_t classes, double decay);

    at::Tensor mean_, deviation_, weight_, bias_;
};

inline linear_classifier::linear_classifier(at::Tensor const& features, at::Tensor const& labels,
                                            std::int64_t classes)
{
    mean_ = features.mean(0);
    deviation_ = features.std(0).clamp_min(1e-6);
    // Every fifth image is held out while the decay is chosen.
    auto const held = at::arange(labels.size(0), labels.options()).remainder(5).eq(4);
    double best = -1, decay = 0;
    for (double const d : {1e-4, 1e-3, 1e-2, 1e-1}) {
        fit(features.index({~held}), labels.index({~held}), classes, d);
        auto const score = accuracy(features.index({held}), labels.index({held}));
        if (score > best) best = score, decay = d;
    }
    fit(features, labels, classes, decay);
}

inline void linear_classifier::fit(at::Tensor const& features, at::Tensor const& labels, std::int64_t classes,
                                   double decay)
{
    torch::AutoGradMode const learning(true);
    auto const x = (features - mean_) / deviation_;
    weight_ = torch::zeros({classes, x.size(1)}, x.options().requires_grad(true));
    bias_ = torch::zeros({classes}, x.options().requires_grad(true));
    torch::optim::LBFGS solver({weight_, bias_},
                               torch::optim::LBFGSOptions(1).max_iter(200).line_search_fn("strong_wolfe"));
    solver.step([&] {
        solver.zero_grad();
        auto const loss = torch::nn::functional::cross_entropy(at::addmm(bias_, x, weight_.t()), labels) +
                          decay / 2 * weight_.square().sum();
        loss.backward();
        return loss;
    });
    weight_ = weight_.detach();
    bias_ = bias_.detach();
}

inline auto linear_classifier::predict(at::Tensor const& features) const -> at::Tensor
{
    return at::addmm(bias_, (features - mean_) / deviation_, weight_.t()).argmax(1);
}

inline auto linear_classifier::accuracy(at::Tensor const& features, at::Tensor const& labels) const -> double
{
    return predict(features).eq(labels).to(at::kDouble).mean().item<double>();
}
