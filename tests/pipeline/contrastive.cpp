// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/contrastive.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/color_jitter.hpp>
#include <husk/transform/flip.hpp>
#include <husk/transform/invert.hpp>
#include <husk/transform/maybe.hpp>
#include <husk/transform/normalize.hpp>
#include <husk/transform/random_grayscale.hpp>
#include <husk/transform/random_resized_crop.hpp>

using husk::image, husk::key, husk::packed, husk::planar;
using support::contains, support::message_of;

namespace {

constexpr auto view = husk::random_resized_crop{.size = 40, .scale = {.2f, 1.f}} |
                      husk::maybe(.8f, husk::color_jitter{.4f, .4f, .4f, .1f}) | husk::random_grayscale{} |
                      husk::random_horizontal_flip{} | husk::normalize{};
constexpr husk::patch_negative patches{.side = {5, 20}};
constexpr husk::texture_negative texture{
    .exemplar = 30, .size = {48, 48}, .sewing = {.block = 12, .overlap = 4, .candidates = 8}};
constexpr key luck{.seed = 3, .epoch = 1, .index = 7, .view = 20};

using tensor = image<float, planar>;

auto numbered_after(std::uint32_t n) -> key
{
    auto k = luck;
    k.view += n;
    return k;
}

/// A photograph and slots for what is made of it.
struct room {
    image<std::uint8_t> photo = support::numbered({70, 60});
    tensor query{{40, 40}}, key_view{{40, 40}};
    std::vector<tensor> negatives{2, tensor({40, 40})};
    husk::workspace memory;

    auto untouched() const -> bool
    {
        tensor const nothing({40, 40});
        return query == nothing && key_view == nothing && negatives[0] == nothing && negatives[1] == nothing;
    }
};

template <class T>
auto made_by(T const& t, key const& k, image<std::uint8_t> const& photo) -> tensor
{
    tensor out({40, 40});
    husk::workspace memory;
    husk::apply(t, k, photo, out, memory);
    return out;
}

} // namespace

TEST_CASE("the call site: query, key, and a patch negative of the query", "[pipeline][contrastive]")
{
    constexpr auto sample = husk::contrastive(view, husk::patch_negative{.side = {5, 20}}, {.negatives = 1});
    room r;
    sample(luck, r.photo, r.query, r.key_view, r.negatives[0], r.memory);
    CHECK(r.query == made_by(view, luck, r.photo));
    CHECK(r.key_view == made_by(view, numbered_after(1), r.photo));
    CHECK_FALSE(r.query == r.key_view);
    // The key never enters: the query and the negative's own luck are all it takes.
    tensor expected({40, 40});
    husk::apply(patches, numbered_after(2), r.query, expected, r.memory);
    CHECK(r.negatives[0] == expected);
}

TEST_CASE("negatives go into any range of slots, each with luck of its own", "[pipeline][contrastive]")
{
    constexpr auto sample = husk::contrastive(view, patches, {.negatives = 2});
    room r;
    sample(luck, r.photo, r.query, r.key_view, r.negatives, r.memory);
    for (std::uint32_t j = 0; j < 2; ++j) {
        tensor expected({40, 40});
        husk::apply(patches, numbered_after(2 + j), r.query, expected, r.memory);
        CHECK(r.negatives[j] == expected);
    }
    auto const made = r.negatives;
    std::array<planar<float>, 2> const slots{r.negatives[1], r.negatives[0]};
    sample(luck, r.photo.view(), r.query.view(), r.key_view.view(), slots, r.memory);
    CHECK(r.negatives[1] == made[0]);
    CHECK(r.negatives[0] == made[1]);
    constexpr auto none = husk::contrastive(view, patches, {.negatives = 0});
    none(luck, r.photo, r.query, r.key_view, std::span<planar<float>>{}, r.memory);
    CHECK(r.query == made_by(view, luck, r.photo));
}

TEST_CASE("query and key may have views and elements of their own", "[pipeline][contrastive]")
{
    constexpr auto other = husk::random_resized_crop{.size = 24} | husk::invert{};
    constexpr auto sample = husk::contrastive(view, other, patches);
    room r;
    image<std::uint16_t> small({24, 24});
    sample(luck, r.photo, r.query, small, r.negatives[0], r.memory);
    image<std::uint16_t> expected({24, 24});
    husk::apply(other, numbered_after(1), r.photo, expected, r.memory);
    CHECK(small == expected);
    CHECK(r.query == made_by(view, luck, r.photo));
}

TEST_CASE("a texture twin is made of the image and seen as the query is", "[pipeline][contrastive]")
{
    constexpr auto sample = husk::contrastive(view, texture, {.negatives = 2});
    room r;
    sample(luck, r.photo, r.query, r.key_view, r.negatives, r.memory);
    for (std::uint32_t j = 0; j < 2; ++j) {
        auto const twin = husk::apply(texture, numbered_after(2 + j), r.photo);
        CHECK(twin.size() == husk::extent{48, 48});
        CHECK(r.negatives[j] == made_by(view, luck, twin));
    }
    CHECK_FALSE(r.negatives[0] == r.negatives[1]);
    CHECK(r.query == made_by(view, luck, r.photo));
    CHECK(r.key_view == made_by(view, numbered_after(1), r.photo));
}

TEST_CASE("a texture twin shares every factor with the query, and the key none", "[pipeline][contrastive]")
{
    // What the view does to an image of one colour shows its factors: crops and textures do not change it.
    constexpr auto bright =
        husk::random_resized_crop{.size = 40} | husk::brightness{.factor = {.2f, 1.8f}} | husk::normalize{};
    constexpr auto sample = husk::contrastive(bright, texture);
    room r;
    std::fill_n(r.photo.data(), r.photo.elements(), std::uint8_t{100});
    int same = 0, differs = 0;
    for (std::uint64_t i = 0; i < 50; ++i) {
        sample(key{.index = i}, r.photo, r.query, r.key_view, r.negatives[0], r.memory);
        // Weights of a resampling add up to 1 but for rounding.
        auto const close = [&](tensor const& a) { return std::abs(a.data()[0] - r.query.data()[0]) < 1e-5f; };
        same += close(r.negatives[0]);
        differs += !close(r.key_view);
    }
    CHECK(same == 50);
    CHECK(differs == 50);

    // And in words: all stages after the crop are the same for a texture of another size.
    for (std::uint64_t i = 0; i < 50; ++i) {
        auto const all = [&](key const& k, husk::extent in) { return husk::draw(view, k, in).steps; };
        auto const q = all({.index = i}, {70, 60}), t = all({.index = i}, {48, 48});
        CHECK(std::get<1>(q) == std::get<1>(t));
        CHECK(std::get<2>(q) == std::get<2>(t));
        CHECK(std::get<3>(q) == std::get<3>(t));
        CHECK_FALSE(q == all({.index = i, .view = 1}, {70, 60}));
    }
}

TEST_CASE("where negatives are made from can be said", "[pipeline][contrastive]")
{
    using enum husk::negative_source;
    static_assert(husk::negatives_from<husk::patch_negative> == query);
    static_assert(husk::negatives_from<husk::quilt> == husk::negative_source::image);
    static_assert(husk::negatives_from<decltype(texture | husk::invert{})> == husk::negative_source::image);
    static_assert(husk::negatives_from<decltype(husk::invert{} | texture)> == query);
    room r;
    constexpr auto of_image = husk::contrastive(view, patches, {.from = husk::negative_source::image});
    of_image(luck, r.photo, r.query, r.key_view, r.negatives[0], r.memory);
    CHECK(r.negatives[0] == made_by(view, luck, husk::apply(patches, numbered_after(2), r.photo)));

    constexpr auto of_query = husk::contrastive(view, texture, {.from = query});
    tensor woven({48, 48}), expected({48, 48});
    of_query(luck, r.photo, r.query, r.key_view, woven, r.memory);
    husk::apply(texture, numbered_after(2), r.query, expected, r.memory);
    CHECK(woven == expected);
}

TEST_CASE("what is wrong with a slot is said before anything is written", "[pipeline][contrastive]")
{
    auto const patch = husk::contrastive(view, patches, {.negatives = 2});
    auto const woven = husk::contrastive(view, texture, {.negatives = 2});
    room r;
    struct views {
        packed<std::uint8_t const> photo;
        planar<float> query, key_view, negatives[2];
    } const good{r.photo, r.query, r.key_view, {r.negatives[0], r.negatives[1]}};
    auto v = good;
    auto const says = [&](std::string const& words, key const& k = luck) {
        auto const by = [&](auto const& sample) {
            return message_of([&] { sample(k, v.photo, v.query, v.key_view, v.negatives, r.memory); });
        };
        INFO(by(patch) << "\n" << by(woven));
        CHECK((contains(by(patch), words) && contains(by(woven), words)));
        CHECK(r.untouched());
        v = good;
    };
    v.photo.data = nullptr;
    says("image.data is null");
    v.query.size = {40, 39};
    says("query.size is 40x39: the plan makes 40x40");
    v.query.data = nullptr;
    says("query.data is null");
    v.key_view.size = {1, 1};
    says("key.size is 1x1: the plan makes 40x40");
    v.key_view = v.query;
    says("key is overlapping the query: must be other memory");
    v.negatives[1].size.height = 39;
    says("negatives[1].size is 40x39: the plan makes 40x40");
    v.negatives[1].pitch = 39;
    says("negatives[1].pitch is 39");
    v.negatives[0].channels = 1;
    says("negatives[0].channels is 1: must be the image's, 3");
    v.negatives[0] = v.query;
    says("negatives[0] is overlapping the query");
    v.negatives[1] = v.key_view;
    says("negatives[1] is overlapping the key");
    v.negatives[1] = v.negatives[0];
    says("negatives[1] is overlapping negatives[0]");
    says("key.view is 4294967293", {.view = 0xffff'fffd});

    std::span const one(v.negatives, 1);
    CHECK(contains(message_of([&] { patch(luck, v.photo, v.query, v.key_view, one, r.memory); }),
                   "negatives.size() is 1: must be options.negatives, 2"));
    auto const less = husk::contrastive(view, patches, {.negatives = -1});
    CHECK(contains(message_of([&] { less(luck, v.photo, v.query, v.key_view, one, r.memory); }),
                   "options.negatives is -1"));
    tensor tall({40, 200});
    packed<float> const inside{tall.data(), {40, 40}};
    CHECK(contains(message_of([&] {
                       patch(luck, tall, v.query, v.key_view, std::array{inside, inside}, r.memory);
                   }),
                   "negatives[0] is overlapping the image"));
    auto const large = husk::contrastive(view, husk::patch_negative{.side = {5, 41}}, {.negatives = 2});
    CHECK(contains(message_of([&] { large(luck, v.photo, v.query, v.key_view, v.negatives, r.memory); }),
                   "patch_negative.side.high is 41"));
    auto const coarse = husk::contrastive(view, husk::quilt{.block = 61}, {.negatives = 2});
    CHECK(contains(message_of([&] { coarse(luck, v.photo, v.query, v.key_view, v.negatives, r.memory); }),
                   "quilt.block is 61"));
    CHECK(r.untouched());
}

TEST_CASE("samples are made without allocating", "[pipeline][contrastive]")
{
    room r;
    auto const check = [&](auto const& sample) {
        auto const make_some = [&] {
            for (std::uint64_t i = 0; i < 4; ++i)
                sample(key{.index = i}, r.photo, r.query, r.key_view, r.negatives, r.memory);
        };
        make_some();
        auto const before = support::allocations();
        make_some();
        CHECK(support::allocations() == before);
    };
    check(husk::contrastive(view, patches, {.negatives = 2}));
    check(husk::contrastive(view, texture, {.negatives = 2}));
    check(husk::contrastive(view, patches | husk::invert{}, {.negatives = 2}));
}
