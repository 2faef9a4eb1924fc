// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/pipeline/threads.hpp>

using husk::image, husk::key;
using support::contains, support::message_of;

namespace {

constexpr std::size_t count = 24;
constexpr auto negative =
    husk::patch_negative{.side = {4, 9}, .size = {32, 32}} | husk::grid_shuffle{.cells = 4};

/// Sources of several sizes, and a tensor of float planes that the negatives go straight into.
struct samples {
    std::vector<image<float, husk::planar>> photos;
    std::vector<float> tensor = std::vector<float>(count * 3 * 32 * 32);
    std::vector<husk::planar<float const>> sources;
    std::vector<husk::planar<float>> targets;

    samples()
    {
        for (std::size_t i = 0; i < count; ++i) {
            photos.emplace_back(husk::extent{20 + static_cast<int>(i), 33});
            for (std::size_t e = 0; e < photos.back().elements(); ++e)
                photos.back().data()[e] = float(e * (i + 1));
        }
        for (std::size_t i = 0; i < count; ++i) {
            sources.push_back(photos[i]);
            targets.push_back({tensor.data() + i * 3 * 32 * 32, {32, 32}});
        }
    }
};

} // namespace

TEST_CASE("a batch gives the same bytes for any executor and number of workers", "[pipeline][threads]")
{
    samples one;
    husk::workspace memory;
    husk::batch(husk::sequential{}, negative, key{.seed = 1, .index = 100}, one.sources, one.targets,
                std::span(&memory, 1));
    for (int const workers : {1, 2, 5, 64}) {
        samples other;
        husk::threads team(workers);
        std::vector<husk::workspace> memories(static_cast<std::size_t>(workers));
        husk::batch(team, negative, key{.seed = 1, .index = 100}, other.sources, other.targets, memories);
        CHECK((other.tensor == one.tensor)); // not printed: it is long
    }
}

TEST_CASE("a sample depends on its key alone, not on its place in the batch", "[pipeline]")
{
    samples s, reversed;
    std::vector<key> keys;
    for (std::size_t i = 0; i < count; ++i) keys.push_back({.seed = 3, .epoch = 2, .index = i * i});
    husk::workspace memory;
    husk::batch(husk::sequential{}, negative, keys, s.sources, s.targets, std::span(&memory, 1));

    std::reverse(keys.begin(), keys.end());
    std::reverse(reversed.sources.begin(), reversed.sources.end());
    std::reverse(reversed.targets.begin(), reversed.targets.end());
    husk::batch(husk::sequential{}, negative, keys, reversed.sources, reversed.targets,
                std::span(&memory, 1));
    CHECK((s.tensor == reversed.tensor));

    image<float, husk::planar> alone({32, 32});
    husk::apply(negative, key{.seed = 3, .epoch = 2, .index = 16}, s.sources[4], alone, memory);
    CHECK(support::same_pixels(alone.view(), s.targets[4]));
}

TEST_CASE("samples after a first key have the indices that follow its own", "[pipeline][fidelity]")
{
    samples s;
    husk::workspace memory;
    key const first{.seed = 3, .epoch = 2, .index = 0xffff'ffff, .view = 1}; // the carry counts
    husk::batch(husk::sequential{}, negative, first, s.sources, s.targets, std::span(&memory, 1));
    image<float, husk::planar> alone({32, 32});
    for (std::size_t i = 0; i < count; ++i) {
        key const k{.seed = 3, .epoch = 2, .index = first.index + i, .view = 1};
        husk::apply(negative, k, s.sources[i], alone, memory);
        CHECK(support::same_pixels(alone.view(), s.targets[i]));
    }
}

TEST_CASE("one wrong sample is named and nothing at all is written", "[pipeline]")
{
    samples s;
    husk::workspace memory;
    s.targets[17].size = {31, 32};
    auto const run = [&] {
        husk::batch(husk::sequential{}, negative, key{}, s.sources, s.targets, std::span(&memory, 1));
    };
    CHECK(contains(message_of(run), "target.size is 31x32: the plan makes 32x32 (sample 17 of the batch)"));
    CHECK(std::all_of(s.tensor.begin(), s.tensor.end(), [](float v) { return v == 0; }));
}

TEST_CASE("spans that do not match are refused", "[pipeline]")
{
    samples s;
    husk::workspace memory;
    husk::threads team(2);
    std::vector<key> const few(3);
    std::span const one(&memory, 1);
    CHECK(contains(
        message_of([&] { husk::batch(husk::sequential{}, negative, few, s.sources, s.targets, one); }),
        "keys.size() is 3: must be that of sources, 24"));
    CHECK(contains(message_of([&] { husk::batch(team, negative, key{}, s.sources, s.targets, one); }),
                   "memories.size() is 1: must be at least the executor's workers, 2"));
    s.targets.pop_back();
    CHECK(contains(
        message_of([&] { husk::batch(husk::sequential{}, negative, key{}, s.sources, s.targets, one); }),
        "targets.size() is 23"));
}
