// SPDX-License-Identifier: MIT
#include "moco.hpp"

#include "loss.hpp"

#include <husk/rng/stream.hpp>

#include <torch/nn/functional.h>
#include <torch/utils.h>

namespace f = torch::nn::functional;

namespace {

/// Embeddings, made a group at a time: batch normalisation sees no other.
auto encode(encoder& e, at::Tensor const& images, int group) -> at::Tensor
{
    std::vector<at::Tensor> parts;
    for (auto const& part : images.split(group)) parts.push_back(e->embedding(e->features(part)));
    return at::cat(parts);
}

/// The same in shuffled groups, put back in order. A query and its key must not share the statistics of a
/// group: the network would know them by these (He et al., 2020, 3.3).
auto encode_shuffled(encoder& e, at::Tensor const& images, int group, husk::key const& luck) -> at::Tensor
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(images.size(0)));
    husk::stream(luck).permutation(std::span(order));
    auto const there = torch::tensor(order).to(images.device());
    return encode(e, images.index_select(0, there), group).index_select(0, there.argsort());
}

auto mean_cosine(at::Tensor const& a, at::Tensor const& b) -> float
{
    return b.defined() ? (a * b).sum(1).mean().item<float>() : 0;
}

} // namespace

moco_impl::moco_impl(options const& o) : o_(o), query_(o.net, o.width), key_(o.net, o.width)
{
    register_module("query", query_);
    register_module("key", key_);
    torch::NoGradGuard const still;
    auto const from = query_->parameters(), to = key_->parameters();
    for (std::size_t i = 0; i < from.size(); ++i) {
        to[i].copy_(from[i]);
        to[i].set_requires_grad(false);
    }
    queue_ = register_buffer("queue", f::normalize(torch::randn({o.queue, encoder_impl::dimensions}),
                                                   f::NormalizeFuncOptions().dim(1)));
    place_ = register_buffer("place", torch::zeros({}, torch::kLong));
}

auto moco_impl::step(moco_batch const& batch, husk::key const& luck) -> step_result
{
    auto const query = encode(query_, batch.query, o_.group);
    at::Tensor key, negative;
    {
        torch::NoGradGuard const still;
        follow();
        key = encode_shuffled(key_, batch.key, o_.group, luck);
        if (batch.negatives.defined()) negative = encode(key_, batch.negatives, o_.group);
    }
    auto const own = negative.defined() ? negative.unsqueeze(1) : negative;
    auto const logits = moco_logits(query, key, queue_.clone(), own, o_.alpha, o_.temperature);
    auto const first = torch::zeros({logits.size(0)}, logits.options().dtype(torch::kLong));
    auto const loss = f::cross_entropy(logits, first);
    torch::NoGradGuard const still;
    enqueue(key);
    return {loss, logits.argmax(1).eq(0).to(torch::kFloat).mean().item<float>(), mean_cosine(query, key),
            mean_cosine(query, negative)};
}

void moco_impl::follow()
{
    auto const from = query_->parameters(), to = key_->parameters();
    for (std::size_t i = 0; i < from.size(); ++i) to[i].mul_(o_.momentum).add_(from[i], 1 - o_.momentum);
}

void moco_impl::enqueue(at::Tensor const& keys)
{
    auto const at = place_.item<std::int64_t>();
    queue_.narrow(0, at, keys.size(0)).copy_(keys); // a queue holds whole batches
    place_.fill_((at + keys.size(0)) % queue_.size(0));
}
