// SPDX-License-Identifier: MIT
#include "evaluate.hpp"

#include "linear.hpp"
#include "sheet.hpp"
#include "shifts.hpp"
#include "table.hpp"

#include <torch/utils.h>

namespace {

struct code {
    at::Tensor features, embedding;
};

auto encode(encoder& e, at::Tensor const& images, bool cuda) -> code
{
    std::vector<at::Tensor> features, embeddings;
    for (auto const& part : images.split(256)) {
        features.push_back(e->features(cuda ? part.to(at::kCUDA) : part));
        embeddings.push_back(e->embedding(features.back()));
    }
    return {at::cat(features).cpu(), at::cat(embeddings).cpu()};
}

auto labels_of(photographs const& p) -> at::Tensor { return torch::tensor(p.labels); }

/// How often the nearest of `all` is the one at the same place.
auto share_found(at::Tensor const& embedding, at::Tensor const& all) -> double
{
    auto const nearest = embedding.matmul(all.t()).argmax(1);
    return nearest.eq(at::arange(all.size(0), nearest.options())).to(at::kDouble).mean().item<double>();
}

} // namespace

void evaluate(options const& o, encoder& e, photographs const& train, photographs const& validation)
{
    torch::NoGradGuard const still;
    e->eval();
    husk::threads team(o.workers);
    linear_classifier const classifier(encode(e, clean(train, o, team), o.cuda).features, labels_of(train),
                                       static_cast<std::int64_t>(train.classes.size()));
    table out(o.output / "evaluation.csv", {"set", "measure", "value"});
    at::Tensor originals;
    std::vector<at::Tensor> rows;
    for (auto const& [name, images] : shifted_sets(validation, o, team)) {
        rows.push_back(images);
        auto const [features, embedding] = encode(e, images, o.cuda);
        if (!originals.defined()) originals = embedding; // clean is the first
        out.add(name, "top1", classifier.accuracy(features, labels_of(validation)));
        out.add(name, "mistaken", share_found(embedding, originals));
        out.add(name, "cosine", (embedding * originals).sum(1).mean().item<double>());
    }
    write_sheet(o.output / "sets.png", rows);
}
