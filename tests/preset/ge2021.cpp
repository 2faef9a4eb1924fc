// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/ge2021.hpp>

namespace preset = husk::preset;
using tensor = husk::image<float, husk::planar>;

constexpr auto patch = preset::ge2021_patch();
constexpr auto texture = preset::ge2021_texture();
static_assert(patch.options.negatives == 1 && texture.options.negatives == 1);
static_assert(patch.negative.rule == husk::patch_rule::ge2021);
static_assert(patch.negative.side == husk::interval<int>{16, 72});
static_assert(laws::plan_of<decltype(patch.query_view)>::walks == 2);
static_assert(laws::plan_of<decltype(patch.negative)>::walks == 1);
static_assert(laws::plan_of<decltype(texture.negative)>::walks == 1);

namespace {

/// A photograph with some structure.
auto photo() -> husk::image<std::uint8_t>
{
    auto i = support::numbered({200, 150});
    auto const v = i.view();
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x)
            for (int c = 0; c < 3; ++c)
                v(x, y, c) = static_cast<std::uint8_t>((v(x, y, c) / 4 + x / 2 + y * (c + 1) / 3) % 256);
    return i;
}

} // namespace

TEST_CASE("the paper's patch negative consists of windows of the query", "[preset]")
{
    auto const source = photo();
    tensor query({224, 224}), key_view({224, 224}), negative({224, 224}), expected({224, 224});
    husk::workspace memory;
    husk::key const k{.seed = 2021, .index = 4};
    patch(k, source, query, key_view, negative, memory);
    husk::apply(preset::moco_v2(), k, source, expected, memory);
    CHECK(query == expected);
    auto const map =
        husk::trace(husk::draw(patch.negative, husk::key{.seed = 2021, .index = 4, .view = 2}, {224, 224}),
                    query, expected, memory);
    CHECK(negative == expected);
    for (int y = 0; y < 224; y += 7)
        for (int x = 0; x < 224; x += 5)
            for (int c = 0; c < 3; ++c)
                REQUIRE(negative.view()(x, y, c) == query.view()(map(x, y).x, map(x, y).y, c));
}

TEST_CASE("the paper's texture twin has the query's factors, and the key others", "[preset]")
{
    auto const source = photo();
    tensor query({224, 224}), key_view({224, 224}), negative({224, 224}), expected({224, 224});
    husk::workspace memory;
    husk::key const k{.seed = 2021, .index = 5};
    texture(k, source, query, key_view, negative, memory);
    auto const woven = husk::apply(texture.negative, husk::key{.seed = 2021, .index = 5, .view = 2}, source);
    husk::apply(preset::moco_v2(), k, woven, expected, memory);
    CHECK(negative == expected);

    auto const steps = [](husk::key const& luck, husk::extent in) {
        return husk::draw(preset::moco_v2(), luck, in).steps;
    };
    for (std::uint64_t i = 0; i < 100; ++i) {
        auto const q = steps({.index = i}, laws::photo), twin = steps({.index = i}, {224, 224}),
                   other = steps({.index = i, .view = 1}, laws::photo);
        CHECK(std::get<1>(q) == std::get<1>(twin)); // colour factors and their order
        CHECK(std::get<2>(q) == std::get<2>(twin));
        CHECK(std::get<3>(q) == std::get<3>(twin));
        CHECK(std::get<4>(q).mirrored == std::get<4>(twin).mirrored);
        CHECK((!std::get<1>(q).chosen || !(std::get<1>(q) == std::get<1>(other))));
    }
}
