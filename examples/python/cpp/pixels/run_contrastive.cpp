// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <husk/pipeline/contrastive_batch.hpp>

namespace pixels {
namespace {

template <class Arch, class S, class D>
void run_typed(contrastive_job const& j, crew& c)
{
    auto const images = views_of<Arch, S>(j.images);
    auto const queries = views_of<Arch, D>(j.queries);
    auto const keys = views_of<Arch, D>(j.keys);
    auto const negatives = views_of<Arch, D>(j.negatives);
    if (j.alone)
        return j.sample.template operator()<Arch>(j.luck[0], images[0], queries[0], keys[0], negatives,
                                                  c.memories()[0]);
    husk::batch<Arch>(c, j.sample, j.luck, images, queries, keys, negatives, c.memories());
}

template <class Arch>
void run_on(contrastive_job const& j, crew& c)
{
    with_source<Arch>(j.from, [&]<class S>(std::type_identity<S>) {
        with_target<Arch>(j.to, [&]<class D>(std::type_identity<D>) { run_typed<Arch, S, D>(j, c); });
    });
}

} // namespace

void run(contrastive_job const& j, crew& c) { run_on<husk::simd::best>(j, c); }

} // namespace pixels
