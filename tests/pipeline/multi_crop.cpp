// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/multi_crop.hpp>
#include <husk/pipeline/threads.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/random_resized_crop.hpp>

using husk::image, husk::key, husk::packed, husk::planar;
using support::contains, support::message_of;

namespace {

constexpr auto large = husk::random_resized_crop{.size = 32, .scale = {.3f, 1.f}} | husk::brightness{};
constexpr auto small = husk::random_resized_crop{.size = 12, .scale = {.05f, .3f}};
constexpr auto crops = husk::multi_crop(husk::views(2, large), husk::views(3, small));

/// A photograph and slots for its crops.
struct room {
    image<std::uint8_t> photo = support::numbered({60, 50});
    std::vector<image<float, planar>> globals{2, image<float, planar>({32, 32})};
    std::array<image<std::uint8_t>, 3> locals{image<std::uint8_t>({12, 12}), image<std::uint8_t>({12, 12}),
                                              image<std::uint8_t>({12, 12})};
    husk::workspace memory;
};

} // namespace

TEST_CASE("crop n is what its view makes with the number n", "[pipeline]")
{
    room r;
    key const k{.seed = 1, .index = 5, .view = 10};
    crops(k, r.photo, r.memory, r.globals, r.locals);
    for (std::uint32_t n = 0; n < 5; ++n) {
        key const luck{.seed = 1, .index = 5, .view = 10 + n};
        if (n < 2) {
            image<float, planar> alone({32, 32});
            husk::apply(large, luck, r.photo, alone, r.memory);
            CHECK(alone == r.globals[n]);
        } else CHECK(husk::apply(small, luck, r.photo) == r.locals[n - 2]);
    }
    CHECK_FALSE(r.globals[0] == r.globals[1]);
    CHECK_FALSE(r.locals[0] == r.locals[1]);
}

TEST_CASE("one slot stands for a group of one, and groups may be many", "[pipeline]")
{
    constexpr auto three = husk::multi_crop(husk::views(1, large), husk::views(1, small),
                                            husk::views(2, small), husk::views(0, large));
    room r;
    std::span<planar<float>> const none;
    three(key{}, r.photo, r.memory, r.globals[0], r.locals[0].view(), std::span(r.locals).last(2), none);
    CHECK(husk::apply(small, key{.view = 3}, r.photo) == r.locals[2]);
}

TEST_CASE("what is wrong with a crop's slot is said before anything is written", "[pipeline]")
{
    room r;
    std::vector<planar<float>> globals{r.globals[0], r.globals[1]};
    std::vector<packed<std::uint8_t>> locals{r.locals[0], r.locals[1], r.locals[2]};
    auto const attempt = [&](key const& k = {}) {
        return message_of([&] { crops(k, r.photo, r.memory, globals, locals); });
    };
    auto const good = locals;
    locals.pop_back();
    CHECK(contains(attempt(), "slots[1].size() is 2: must be the group's views, 3"));
    locals = good;
    locals[2].size = {12, 11};
    CHECK(contains(attempt(), "slots[1][2].size is 12x11: the plan makes 12x12"));
    locals[2] = good[1];
    CHECK(contains(attempt(), "slots[1][2] is overlapping slots[1][1]: must be other memory"));
    locals[2] = {nullptr, {12, 12}};
    CHECK(contains(attempt(), "slots[1][2].data is null"));
    locals[2] = r.photo.view().crop({{}, {12, 12}});
    CHECK(contains(attempt(), "slots[1][2] is overlapping the image"));
    locals[2] = {good[2].data, {12, 12}, 1};
    CHECK(contains(attempt(), "slots[1][2].channels is 1: must be the image's, 3"));
    locals = good;
    globals[1] = globals[0];
    CHECK(contains(attempt(), "slots[0][1] is overlapping slots[0][0]"));
    globals[1] = r.globals[1];
    CHECK(contains(attempt({.view = 0xffff'fffe}), "key.view is 4294967294"));
    auto const negative = husk::multi_crop(husk::views(-1, large));
    CHECK(contains(message_of([&] { negative(key{}, r.photo, r.memory, globals); }), "views.count is -1"));
    for (auto const& g : r.globals) CHECK(g == image<float, planar>({32, 32}));
    for (auto const& l : r.locals) CHECK(l == image<std::uint8_t>({12, 12}));
    CHECK(attempt().empty());
}

TEST_CASE("crops are made without allocating", "[pipeline]")
{
    room r;
    auto const make_some = [&] {
        for (std::uint64_t i = 0; i < 5; ++i) crops(key{.index = i}, r.photo, r.memory, r.globals, r.locals);
    };
    make_some();
    auto const before = support::allocations();
    make_some();
    CHECK(support::allocations() == before);
}

TEST_CASE("a batch of crops is the same for any number of workers", "[pipeline][threads]")
{
    constexpr std::size_t n = 7;
    std::vector<image<std::uint8_t>> photos;
    for (std::size_t i = 0; i < n; ++i) photos.push_back(support::numbered({40 + static_cast<int>(i), 50}));
    std::vector<packed<std::uint8_t const>> const sources(photos.begin(), photos.end());
    std::vector<image<float, planar>> globals(2 * n, image<float, planar>({32, 32}));
    std::vector<image<float, planar>> locals(3 * n, image<float, planar>({12, 12}));
    husk::workspace memory;
    key const first{.seed = 4, .index = 30};
    husk::batch(husk::sequential{}, crops, first, sources, std::span(&memory, 1), globals, locals);

    auto same_globals = globals, same_locals = locals;
    for (std::size_t i = 0; i < n; ++i)
        crops(key{.seed = 4, .index = 30 + i}, photos[i], memory, std::span(same_globals).subspan(2 * i, 2),
              std::span(same_locals).subspan(3 * i, 3));
    CHECK(same_globals == globals);
    CHECK(same_locals == locals);

    husk::threads team(5);
    std::vector<husk::workspace> memories(5);
    std::vector<image<float, planar>> g(2 * n, image<float, planar>({32, 32})), l(3 * n, g[0]);
    for (auto& i : l) i = image<float, planar>({12, 12});
    husk::batch(team, crops, first, sources, memories, g, l);
    CHECK(g == globals);
    CHECK(l == locals);

    l[10] = image<float, planar>({12, 13});
    CHECK(contains(message_of([&] { husk::batch(team, crops, first, sources, memories, g, l); }),
                   "slots[1][1].size is 12x13: the plan makes 12x12 (sample 3 of the batch)"));
    l.pop_back();
    CHECK(contains(message_of([&] { husk::batch(team, crops, first, sources, memories, g, l); }),
                   "slots[1].size() is 20: must be 21, the group's views for each image"));
}

TEST_CASE("a batch of crops takes a key for each image", "[pipeline][multi_crop]")
{
    auto const photo = support::numbered({40, 50});
    std::vector<packed<std::uint8_t const>> const sources{photo, photo, photo};
    std::vector<key> const luck{{.seed = 4, .index = 90}, {.seed = 5, .epoch = 1}, {.index = 90, .view = 2}};
    std::vector<image<float, planar>> globals(6, image<float, planar>({32, 32}));
    std::vector<image<float, planar>> locals(9, image<float, planar>({12, 12}));
    husk::workspace memory;
    std::span const memories(&memory, 1);
    husk::batch(husk::sequential{}, crops, std::span(luck), sources, memories, globals, locals);

    auto same_globals = globals, same_locals = locals;
    for (std::size_t i = 0; i < 3; ++i)
        crops(luck[i], photo, memory, std::span(same_globals).subspan(2 * i, 2),
              std::span(same_locals).subspan(3 * i, 3));
    CHECK(same_globals == globals);
    CHECK(same_locals == locals);

    std::span const too_few(luck.data(), 2);
    CHECK(contains(message_of([&] {
                       husk::batch(husk::sequential{}, crops, too_few, sources, memories, globals, locals);
                   }),
                   "luck.size() is 2: must be that of images, 3"));
}
