// SPDX-License-Identifier: MIT
#include "run.hpp"

namespace pixels {
namespace {

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

template <class Arch>
void run_on(crops_job const& j, crew& c)
{
    with_source<Arch>(j.from, [&]<class S>(std::type_identity<S>) {
        with_target<Arch>(j.to, [&]<class D>(std::type_identity<D>) { run_typed<Arch, S, D>(j, c); });
    });
}

} // namespace

void run(crops_job const& j, crew& c) { run_on<husk::simd::best>(j, c); }

} // namespace pixels
