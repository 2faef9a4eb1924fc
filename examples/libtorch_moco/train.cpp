// SPDX-License-Identifier: MIT
#include "train.hpp"

#include "checkpoint.hpp"
#include "order.hpp"
#include "sheet.hpp"
#include "table.hpp"

#include <torch/data/dataloader.h>
#include <torch/optim/sgd.h>

#include <numbers>

namespace {

using seconds = std::chrono::duration<double>;
using std::chrono::steady_clock;

/// What no image's key can be: its index is the data set's last number.
auto luck_of(options const& o, int epoch, std::size_t step) -> husk::key
{
    return {o.seed, static_cast<std::uint32_t>(epoch), ~std::uint64_t{0}, static_cast<std::uint32_t>(step)};
}

/// Means of an epoch's steps.
struct averages {
    double loss = 0, accuracy = 0, key_likeness = 0, negative_likeness = 0, waited = 0;
    std::size_t steps = 0;

    void add(step_result const& r)
    {
        loss += r.loss.item<double>();
        accuracy += r.accuracy;
        key_likeness += r.key_likeness;
        negative_likeness += r.negative_likeness;
        ++steps;
    }
    auto mean(double sum) const -> double { return sum / static_cast<double>(steps); }
};

auto to_device(moco_batch b, bool cuda) -> moco_batch
{
    if (cuda)
        for (auto* t : {&b.query, &b.key, &b.negatives})
            if (t->defined()) *t = t->to(at::kCUDA, true);
    return b;
}

auto train_epoch(options const& o, moco_dataset const& data, int epoch, moco& m, torch::optim::SGD& sgd)
    -> averages
{
    auto const batch_size = static_cast<std::size_t>(o.batch);
    auto const steps = *data.size() / batch_size;
    // One loader looks a few batches ahead; husk's threads work inside it.
    auto const loader =
        torch::data::make_data_loader(data.at_epoch(epoch), epoch_order(*data.size(), luck_of(o, epoch, 0)),
                                      torch::data::DataLoaderOptions(batch_size).workers(1).max_jobs(4));
    averages sum;
    auto asked = steady_clock::now();
    for (auto& batch : *loader) {
        sum.waited += seconds(steady_clock::now() - asked).count();
        if (epoch == 0 && sum.steps == 0)
            write_sheet(o.output / "batch.png", {batch.query, batch.key, batch.negatives});
        auto const progress =
            (epoch + static_cast<double>(sum.steps) / static_cast<double>(steps)) / o.epochs;
        auto& group = static_cast<torch::optim::SGDOptions&>(sgd.param_groups()[0].options());
        group.lr(o.rate * .5 * (1 + std::cos(std::numbers::pi * progress)));
        auto const result = m->step(to_device(batch, o.cuda), luck_of(o, epoch, sum.steps + 1));
        sgd.zero_grad();
        result.loss.backward();
        sgd.step();
        sum.add(result);
        asked = steady_clock::now();
    }
    return sum;
}

} // namespace

auto train(options const& o, photographs const& photos, moco& m) -> bool
{
    m->train();
    torch::optim::SGD sgd(m->query_encoder()->parameters(),
                          torch::optim::SGDOptions(o.rate).momentum(.9).weight_decay(o.decay));
    checkpoint const last{o.output / "checkpoint.pt", settings_of(o)};
    int const done = o.resume ? last.load(m, sgd) : 0;
    table curves(o.output / "curves.csv",
                 {"epoch", "loss", "accuracy", "key_cosine", "negative_cosine", "weights"}, done);
    table times(o.output / "times.csv", {"epoch", "seconds", "waited", "making_batches"}, done);
    auto const makers = std::make_shared<batch_makers>(o.workers);
    moco_dataset const data(photos, o, makers);
    for (int epoch = done; epoch < o.epochs; ++epoch) {
        if (o.stop_after > 0 && epoch >= o.stop_after) return false;
        makers->seconds = 0;
        auto const begin = steady_clock::now();
        auto const a = train_epoch(o, data, epoch, m, sgd);
        times.add(epoch + 1, seconds(steady_clock::now() - begin).count(), a.waited, makers->seconds.load());
        curves.add(epoch + 1, a.mean(a.loss), a.mean(a.accuracy), a.mean(a.key_likeness),
                   a.mean(a.negative_likeness), digest_of(*m));
        last.save(epoch + 1, m, sgd);
    }
    return true;
}
