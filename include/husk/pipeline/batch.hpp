// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/execute.hpp>
#include <husk/pipeline/executor.hpp>

#include <iterator>

namespace husk {

/// Images side by side in memory: a span, a vector, an array of views.
template <class R>
concept view_range = requires(R const& r)
{
    {
        std::size(r)
        } -> std::convertible_to<std::size_t>;
    requires view<std::remove_cvref_t<decltype(*std::data(r))>>;
};

namespace detail {

/// check(i) for every item, in order; then run(i, memory) for each, on the workers of `e`. Nothing is run
/// when something is wrong.
template <executor E, class Check, class Run>
void run_items(E& e, std::size_t items, std::span<workspace> memories, Check const& check, Run const& run)
{
    auto const workers = static_cast<std::size_t>(e.workers());
    require(memories.size() >= workers, "memories.size()", memories.size(),
            "must be at least the executor's workers, ", workers);
    require(items <= std::numeric_limits<int>::max(), "sources.size()", items, "is too many");
    for (std::size_t i = 0; i < items; ++i)
        explained([&] { check(i); }, [&] { return " (sample " + text(i) + " of the batch)"; });
    e.bulk(static_cast<int>(items), [&](int item, int worker) {
        run(static_cast<std::size_t>(item), memories[static_cast<std::size_t>(worker)]);
    });
}

/// The key of a sample that comes i after another in the data set.
constexpr auto key_after(key const& first, std::size_t i) -> key
{
    return {first.seed, first.epoch, first.index + i, first.view};
}

template <class Arch, executor E, transform T, class KeyOf, view S, writable_view D>
void run_batch(E& e, T const& t, KeyOf const& key_of, std::span<S const> sources, std::span<D const> targets,
               std::span<workspace> memories)
{
    require(targets.size() == sources.size(), "targets.size()", targets.size(), "must be that of sources, ",
            sources.size());
    // Drawing costs next to nothing.
    auto const check_item = [&](std::size_t i) {
        check("source", sources[i]);
        check_run(draw(t, key_of(i), sources[i].size), sources[i], targets[i]);
    };
    run_items(e, sources.size(), memories, check_item, [&](std::size_t i, workspace& memory) {
        apply<Arch>(t, key_of(i), sources[i], targets[i], memory);
    });
}

template <view_range R>
auto views_of(R const& r)
{
    return std::span<std::remove_cvref_t<decltype(*std::data(r))> const>(std::data(r), std::size(r));
}

} // namespace detail

/// apply() for every sample: sources[i] with keys[i] into targets[i], on the workers of `e`. The result does
/// not depend on the executor, the number of its workers, nor the order they work in. `memories` holds a
/// workspace for each worker. Targets must not overlap each other, nor any source. Throws husk::error, before
/// anything is written, as apply() does, and says which sample was wrong.
template <class Arch = simd::best, executor E, transform T, view_range Sources, view_range Targets>
void batch(E&& e, T const& t, std::span<key const> keys, Sources const& sources, Targets const& targets,
           std::span<workspace> memories)
{
    detail::require(keys.size() == std::size(sources), "keys.size()", keys.size(),
                    "must be that of sources, ", std::size(sources));
    auto const key_of = [&](std::size_t i) { return keys[i]; };
    detail::run_batch<Arch>(e, t, key_of, detail::views_of(sources), detail::views_of(targets), memories);
}

/// The same for samples that follow each other in the data set: sample i has the index first.index + i.
template <class Arch = simd::best, executor E, transform T, view_range Sources, view_range Targets>
void batch(E&& e, T const& t, key const& first, Sources const& sources, Targets const& targets,
           std::span<workspace> memories)
{
    auto const key_of = [&](std::size_t i) { return detail::key_after(first, i); };
    detail::run_batch<Arch>(e, t, key_of, detail::views_of(sources), detail::views_of(targets), memories);
}

} // namespace husk
