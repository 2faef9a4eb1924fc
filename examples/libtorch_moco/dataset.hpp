// SPDX-License-Identifier: MIT
#pragma once
#include "options.hpp"
#include "photographs.hpp"

#include <husk/pipeline/threads.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/key.hpp>

#include <torch/data/datasets/base.h>

#include <atomic>
#include <functional>
#include <memory>
#include <span>

/// A query and a key of each photograph, and a negative where there are any: N x 3 x size x size, floats,
/// normalised, in channels_last memory.
struct moco_batch {
    at::Tensor query, key, negatives;
};

/// What makes batches, shared by the copies of a dataset: husk's threads, a workspace for each, and the time
/// that they took.
struct batch_makers {
    explicit batch_makers(int workers) : team(workers), memories(static_cast<std::size_t>(workers)) {}

    husk::threads team;
    std::vector<husk::workspace> memories;
    std::atomic<double> seconds{0};
};

/// The data set, as torch's DataLoader takes it. What get_batch() gives depends on the seed, the epoch and
/// the indices alone: on no global state, and not on how many threads or loaders there are.
class moco_dataset : public torch::data::datasets::BatchDataset<moco_dataset, moco_batch> {
public:
    /// `photos` must outlive the dataset and its copies.
    moco_dataset(photographs const& photos, options const& o, std::shared_ptr<batch_makers> makers);

    auto at_epoch(int epoch) const -> moco_dataset;
    auto get_batch(at::ArrayRef<std::size_t> indices) -> moco_batch override;
    auto size() const -> c10::optional<std::size_t> override { return photos_->size(); }

private:
    using sources = std::vector<husk::packed<std::uint8_t const>>;
    using recipe =
        std::function<void(batch_makers&, std::span<husk::key const>, sources const&, moco_batch&)>;

    static auto recipe_of(options const& o) -> recipe;

    photographs const* photos_;
    std::shared_ptr<batch_makers> makers_;
    recipe make_;
    bool has_negatives_, pinned_;
    int side_, epoch_ = 0;
    std::uint64_t seed_;
};
