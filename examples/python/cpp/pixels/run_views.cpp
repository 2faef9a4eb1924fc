// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <husk/pipeline/contrastive_batch.hpp>

// Both kinds of job in one unit: they share the code of all views, which takes most of the time to compile.
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

template <class Arch, class S, class D>
void run_typed(crops_job const& j, crew& c)
{
    auto const images = views_of<Arch, S>(j.images);
    auto const first = views_of<Arch, D>(j.groups[0]);
    auto const second = views_of<Arch, D>(j.groups[1]);
    auto const third = views_of<Arch, D>(j.groups[2]);
    if (j.alone)
        return j.views.template operator()<Arch>(j.luck[0], images[0], c.memories()[0], first, second, third);
    husk::batch<Arch>(c, j.views, j.luck, images, c.memories(), first, second, third);
}

template <class Arch, class Job>
void run_on(Job const& j, crew& c)
{
    with_source<Arch>(j.from, [&]<class S>(std::type_identity<S>) {
        with_target<Arch>(j.to, [&]<class D>(std::type_identity<D>) { run_typed<Arch, S, D>(j, c); });
    });
}

} // namespace

template <>
void run<husk::simd::this_isa>(contrastive_job const& j, crew& c)
{
    run_on<husk::simd::best>(j, c);
}

template <>
void run<husk::simd::this_isa>(crops_job const& j, crew& c)
{
    run_on<husk::simd::best>(j, c);
}

} // namespace pixels
