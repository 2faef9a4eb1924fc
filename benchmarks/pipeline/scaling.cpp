// SPDX-License-Identifier: MIT
// Images a second on 1, 2, 4, ... threads, up to all that the machine runs at once: whole batches, one
// workspace a thread. The work grows with the threads: "x first" is 1 where they do not hinder each other.
#include "transform/positives.hpp"

#include <husk/pipeline/batch.hpp>
#include <husk/pipeline/threads.hpp>

#include <thread>

namespace {

auto team_sizes() -> std::vector<int>
{
    auto const all = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    std::vector<int> sizes;
    for (int n = 1; n < all; n *= 2) sizes.push_back(n);
    sizes.push_back(all);
    return sizes;
}

/// What a batch reads: photographs, each in memory of its own, more than the caches of a core hold.
auto photographs() -> std::vector<husk::packed<std::uint8_t const>> const&
{
    static auto const owners = [] {
        std::vector<husk::image<std::uint8_t>> all;
        for (int i = 0; i < 16; ++i) all.push_back(bench::photo());
        return all;
    }();
    static std::vector<husk::packed<std::uint8_t const>> const views(owners.begin(), owners.end());
    return views;
}

/// Threads with a workspace each, and a batch between them.
template <class T, template <class> class Layout>
struct crew {
    crew(int workers, int images) :
        team(workers), memories(static_cast<std::size_t>(workers)),
        owners(static_cast<std::size_t>(images), husk::image<T, Layout>(bench::output)),
        targets(owners.begin(), owners.end())
    {
        for (std::size_t i = 0; i < owners.size(); ++i)
            sources.push_back(photographs()[i % photographs().size()]);
    }

    husk::threads team;
    std::vector<husk::workspace> memories;
    std::vector<husk::image<T, Layout>> owners;
    std::vector<Layout<T>> targets;
    std::vector<husk::packed<std::uint8_t const>> sources;
};

/// One row for each number of threads; `work` does a batch. A sample does it `times`.
template <class T, template <class> class Layout, class Work>
auto rows(int images_a_thread, int times, Work work) -> std::vector<bench::row>
{
    std::vector<bench::row> all;
    for (int const n : team_sizes())
        all.push_back({std::to_string(n) + (n == 1 ? " thread" : " threads"),
                       [=]() -> bench::work {
                           bench::unpinned const free; // threads inherit where they may run
                           auto const c = std::make_shared<crew<T, Layout>>(n, n * images_a_thread);
                           return [c, work, times](std::uint64_t i) {
                               for (int t = 0; t < times; ++t)
                                   work(*c, i * static_cast<std::uint64_t>(times) +
                                                static_cast<std::uint64_t>(t));
                           };
                       },
                       n* images_a_thread* times});
    return all;
}

/// Batches of a transform, with other keys each time.
template <class T, template <class> class Layout, husk::transform X>
auto batches(int images_a_thread, int times, X const& x) -> std::vector<bench::row>
{
    return rows<T, Layout>(images_a_thread, times, [x](crew<T, Layout>& c, std::uint64_t i) {
        husk::batch(c.team, x, husk::key{.seed = 1, .index = i * c.targets.size()}, c.sources, c.targets,
                    c.memories);
    });
}

using u8 = std::uint8_t;

bench::table const memory("scaling: memcpy of 224x224x3, u8, the limit",
                          rows<u8, husk::packed>(16, 8, [](crew<u8, husk::packed>& c, std::uint64_t) {
                              c.team.bulk(static_cast<int>(c.targets.size()), [&](int item, int) {
                                  auto const i = static_cast<std::size_t>(item);
                                  std::memcpy(c.targets[i].data, c.sources[i].data, bench::elements);
                                  bench::keep(c.targets[i].data);
                              });
                          }));
bench::table const patches("scaling: patch_negative, u8 HWC to 224x224",
                           batches<u8, husk::packed>(16, 8, husk::patch_negative{.size = bench::output}));
bench::table const textures("scaling: texture_negative, u8 HWC to 224x224",
                            batches<u8, husk::packed>(4, 1, husk::texture_negative{}));
bench::table const views("scaling: a MoCo v2 view, u8 HWC 500x375 to f32 CHW 224x224",
                         batches<float, husk::planar>(4, 2, husk::preset::moco_v2()));

} // namespace
