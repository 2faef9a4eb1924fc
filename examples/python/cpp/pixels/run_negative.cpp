// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <husk/pipeline/batch.hpp>

namespace pixels {
namespace {

template <class Arch, class S, class D>
void run_typed(negative_job const& j, crew& c)
{
    auto const images = views_of<Arch, S>(j.images);
    auto const targets = views_of<Arch, D>(j.targets);
    if (j.alone) return husk::apply<Arch>(j.what, j.luck[0], images[0], targets[0], c.memories()[0]);
    husk::batch<Arch>(c, j.what, j.luck, images, targets, c.memories());
}

template <class Arch>
void run_on(negative_job const& j, crew& c)
{
    with_source<Arch>(j.from, [&]<class S>(std::type_identity<S>) {
        using E = std::remove_const_t<husk::element_of<S>>;
        if (j.to.laid == layout::packed) run_typed<Arch, S, husk::packed<E>>(j, c);
        else run_typed<Arch, S, husk::planar<E>>(j, c);
    });
}

} // namespace

template <>
void run<husk::simd::this_isa>(negative_job const& j, crew& c)
{
    run_on<husk::simd::best>(j, c);
}

} // namespace pixels
