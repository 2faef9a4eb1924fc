// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/stream.hpp>

#include <torch/data/samplers/base.h>

#include <algorithm>
#include <numeric>

/// Every index once, in an order that is the epoch's. A batch that would not be full is left out.
class epoch_order : public torch::data::samplers::Sampler<> {
public:
    /// `luck` is a key that no image has.
    epoch_order(std::size_t images, husk::key const& luck) : order_(images)
    {
        husk::stream(luck).permutation(std::span(order_));
    }

    void reset(c10::optional<std::size_t> = c10::nullopt) override { at_ = 0; }

    auto next(std::size_t batch) -> c10::optional<std::vector<std::size_t>> override
    {
        if (order_.size() - at_ < batch) return c10::nullopt;
        auto const first = order_.begin() + static_cast<std::ptrdiff_t>(at_);
        at_ += batch;
        return std::vector<std::size_t>(first, first + static_cast<std::ptrdiff_t>(batch));
    }

    // An epoch is begun anew after an interruption, and its order follows from its key: nothing to keep.
    void save(torch::serialize::OutputArchive&) const override {}
    void load(torch::serialize::InputArchive&) override {}

private:
    std::vector<std::size_t> order_;
    std::size_t at_ = 0;
};
