// SPDX-License-Identifier: MIT
#include "dataset.hpp"

#include "view.hpp"

#include <husk/adapters/torch.hpp>
#include <husk/pipeline/contrastive_batch.hpp>

#include <ATen/ops/empty.h>

#include <chrono>

moco_dataset::moco_dataset(photographs const& photos, options const& o,
                           std::shared_ptr<batch_makers> makers) :
    photos_(&photos),
    makers_(std::move(makers)), make_(recipe_of(o)), has_negatives_(o.negatives != method::none),
    pinned_(o.cuda), side_(o.size), seed_(o.seed)
{
}

auto moco_dataset::at_epoch(int epoch) const -> moco_dataset
{
    auto other = *this;
    other.epoch_ = epoch;
    return other;
}

auto moco_dataset::recipe_of(options const& o) -> recipe
{
    // Straight from the decoded photographs into the tensors' memory.
    auto const by = [](auto const& sample) -> recipe {
        return
            [sample](batch_makers& m, std::span<husk::key const> luck, sources const& from, moco_batch& to) {
                auto negatives = sample.options.negatives > 0 ? husk::packed_slots<float>(to.negatives)
                                                              : std::vector<husk::packed<float>>();
                husk::batch(m.team, sample, luck, from, husk::packed_slots<float>(to.query),
                            husk::packed_slots<float>(to.key), negatives, m.memories);
            };
    };
    auto const view = moco_view(o.size) | husk::normalize{};
    switch (o.negatives) {
    case method::patch:
        return by(husk::contrastive(view, patches(o.size)));
    case method::texture:
        return by(husk::contrastive(view, texture(o.texture)));
    default:
        return by(husk::contrastive(view, patches(o.size), {.negatives = 0}));
    }
}

auto moco_dataset::get_batch(at::ArrayRef<std::size_t> indices) -> moco_batch
{
    auto const begin = std::chrono::steady_clock::now();
    auto const n = static_cast<std::int64_t>(indices.size());
    auto const tensor = [&] {
        return at::empty({n, 3, side_, side_}, at::TensorOptions(at::kFloat)
                                                   .memory_format(at::MemoryFormat::ChannelsLast)
                                                   .pinned_memory(pinned_));
    };
    moco_batch batch{tensor(), tensor(), has_negatives_ ? tensor() : at::Tensor()};
    sources from;
    std::vector<husk::key> luck;
    for (auto const i : indices) {
        from.push_back(photos_->images.at(i));
        luck.push_back({.seed = seed_, .epoch = static_cast<std::uint32_t>(epoch_), .index = i});
    }
    make_(*makers_, luck, from, batch);
    makers_->seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return batch;
}
