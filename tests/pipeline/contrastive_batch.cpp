// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/contrastive_batch.hpp>
#include <husk/pipeline/threads.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/random_resized_crop.hpp>

using husk::image, husk::key, husk::planar;
using support::contains, support::message_of;

namespace {

constexpr std::size_t count = 9, each = 2, floats = 3 * 32 * 32;
constexpr auto view = husk::random_resized_crop{.size = 32} | husk::brightness{};
constexpr auto patches = husk::contrastive(view, husk::patch_negative{.side = {5, 20}}, {.negatives = each});
constexpr auto textures = husk::contrastive(
    view, husk::texture_negative{.exemplar = 30, .size = {36, 36}, .sewing = {.block = 12, .overlap = 4}},
    {.negatives = each});

/// Photographs of several sizes, and tensors of a batch.
struct samples {
    std::vector<image<std::uint8_t>> photos;
    std::vector<husk::packed<std::uint8_t const>> images;
    std::vector<float> tensor = std::vector<float>(count * (2 + each) * floats);
    std::vector<planar<float>> queries, keys, negatives;

    samples()
    {
        for (std::size_t i = 0; i < count; ++i) photos.push_back(support::numbered({40 + int(i), 45}));
        images.assign(photos.begin(), photos.end());
        auto const slots = [n = std::size_t{0}, this](auto& to, std::size_t size) mutable {
            for (std::size_t i = 0; i < size; ++i) to.push_back({tensor.data() + floats * n++, {32, 32}});
        };
        auto fill = slots;
        fill(queries, count);
        fill(keys, count);
        fill(negatives, count * each);
    }
};

} // namespace

TEST_CASE("a batch of samples has the same bytes for any number of workers",
          "[pipeline][contrastive][threads]")
{
    auto const check = [](auto const& sample) {
        key const first{.seed = 9, .epoch = 2, .index = 1000};
        samples one;
        husk::workspace memory;
        for (std::size_t i = 0; i < count; ++i)
            sample(key{.seed = 9, .epoch = 2, .index = 1000 + i}, one.images[i], one.queries[i], one.keys[i],
                   std::span(one.negatives).subspan(each * i, each), memory);
        for (int const workers : {1, 3, 16}) {
            samples other;
            husk::threads team(workers);
            std::vector<husk::workspace> memories(static_cast<std::size_t>(workers));
            husk::batch(team, sample, first, other.images, other.queries, other.keys, other.negatives,
                        memories);
            CHECK((other.tensor == one.tensor)); // not printed: it is long
        }
    };
    check(patches);
    check(textures);
}

TEST_CASE("a sample of a batch depends on its own key", "[pipeline][contrastive]")
{
    samples s, reversed;
    std::vector<key> luck;
    for (std::size_t i = 0; i < count; ++i) luck.push_back({.seed = 3, .index = i * i});
    husk::workspace memory;
    std::span const memories(&memory, 1);
    husk::batch(husk::sequential{}, patches, luck, s.images, s.queries, s.keys, s.negatives, memories);
    std::reverse(luck.begin(), luck.end());
    std::reverse(reversed.images.begin(), reversed.images.end());
    husk::batch(husk::sequential{}, patches, luck, reversed.images, reversed.queries, reversed.keys,
                reversed.negatives, memories);
    for (std::size_t i = 0; i < count; ++i) {
        CHECK(support::same_pixels(s.queries[i], reversed.queries[count - 1 - i]));
        CHECK(support::same_pixels(s.keys[i], reversed.keys[count - 1 - i]));
        CHECK(
            support::same_pixels(s.negatives[each * i + 1], reversed.negatives[each * (count - 1 - i) + 1]));
    }
}

TEST_CASE("one wrong slot of a batch is named, and nothing is written", "[pipeline][contrastive]")
{
    samples s;
    husk::workspace memory;
    auto const run = [&] {
        return message_of([&] {
            husk::batch(husk::sequential{}, patches, key{}, s.images, s.queries, s.keys, s.negatives,
                        std::span(&memory, 1));
        });
    };
    s.negatives[each * 5 + 1].size = {32, 31};
    CHECK(contains(run(), "negatives[1].size is 32x31: the plan makes 32x32 (sample 5 of the batch)"));
    s.negatives.pop_back();
    CHECK(contains(run(), "negatives.size() is 17: must be 18, options.negatives for each image"));
    s.keys.pop_back();
    CHECK(contains(run(), "keys.size() is 8: must be that of images, 9"));
    s.queries.pop_back();
    CHECK(contains(run(), "queries.size() is 8: must be that of images, 9"));
    CHECK(contains(message_of([&] {
                       husk::batch(husk::sequential{}, patches, std::vector<key>(3), s.images, s.queries,
                                   s.keys, s.negatives, std::span(&memory, 1));
                   }),
                   "luck.size() is 3: must be that of images, 9"));
    CHECK(std::all_of(s.tensor.begin(), s.tensor.end(), [](float v) { return v == 0; }));
}
