// SPDX-License-Identifier: MIT
#include "dispatch.hpp"

#include <husk/simd/dispatch.hpp>

#include <cstdlib>

namespace pixels {
namespace {

template <class Job>
void run_chosen(Job const& j, crew& c)
{
    using function = void (*)(Job const&, crew&);
    static auto const chosen =
        husk::simd::dispatch([](auto isa) -> function { return &run<isa>; }, chosen_isa());
    chosen(j, c);
}

} // namespace

auto chosen_isa() -> husk::simd::isa
{
    static auto const chosen = [] {
        auto const* const wanted = std::getenv("HUSK_ISA");
        auto const at_most = wanted && *wanted ? husk::simd::isa_named(wanted) : husk::simd::isa::avx512bw;
        return husk::simd::dispatch([](auto isa) -> husk::simd::isa { return isa; }, at_most);
    }();
    return chosen;
}

void run(contrastive_job const& j, crew& c) { run_chosen(j, c); }
void run(crops_job const& j, crew& c) { run_chosen(j, c); }
void run(negative_job const& j, crew& c) { run_chosen(j, c); }

} // namespace pixels
