// SPDX-License-Identifier: MIT
#pragma once
#include <ATen/ATen.h>

/// The logits of Ge et al., N x (1 + K + J), of which the first should win:
///     [q.k, q.queue, alpha q.t] / temperature
/// from N queries and their keys (N x D), a queue of K keys (K x D), and each query's own J negatives (N x J
/// x D, or undefined). alpha weighs the logit, not the exponential; with alpha 0 a negative still counts,
/// as 1.
inline auto moco_logits(at::Tensor const& query, at::Tensor const& key, at::Tensor const& queue,
                        at::Tensor const& negatives, float alpha, float temperature) -> at::Tensor
{
    std::vector<at::Tensor> parts{(query * key).sum(1, true), query.matmul(queue.t())};
    if (negatives.defined()) parts.push_back(alpha * (query.unsqueeze(1) * negatives).sum(2));
    return at::cat(parts, 1) / temperature;
}
