// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>

#include <cmath>
#include <limits>

using husk::extent, husk::image, husk::key;
using support::contains, support::message_of;

namespace {

constexpr husk::patch_negative negative{.side = {4, 9}};
husk::workspace memory;

} // namespace

TEST_CASE("apply is draw and execute", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    image<std::uint8_t> a({40, 30}), b({40, 30});
    husk::apply(negative, key{.index = 3}, source, a, memory);
    husk::execute(husk::draw(negative, key{.index = 3}, {40, 30}), source.view(), b.view(), memory);
    CHECK(a == b);
    CHECK(a == husk::apply(negative, key{.index = 3}, source));
    CHECK_FALSE(a == husk::apply(negative, key{.index = 4}, source));
}

TEST_CASE("what is wrong is said before a pixel is written", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    image<std::uint8_t> const untouched({40, 30});
    auto target = untouched;
    auto const p = husk::draw(negative, key{}, {40, 30});
    using in = husk::packed<std::uint8_t const>;
    using out = husk::packed<std::uint8_t>;
    auto const attempt = [&](in s, out t) { return message_of([&] { husk::execute(p, s, t, memory); }); };
    CHECK(contains(attempt(in{nullptr, {40, 30}}, target), "source.data is null"));
    CHECK(contains(attempt(source.view(), out{nullptr, {40, 30}}), "target.data is null"));
    CHECK(contains(attempt(in{source.data(), {40, 0}}, target), "source.size.height is 0"));
    CHECK(contains(attempt(in{source.data(), {40, 30}, 3, 119}, target), "source.pitch is 119"));
    CHECK(contains(attempt(in{source.data(), {39, 30}}, target),
                   "source.size is 39x30: the plan was drawn for 40x30"));
    CHECK(contains(attempt(source.view(), out{target.data(), {40, 29}}),
                   "target.size is 40x29: the plan makes 40x30"));
    CHECK(contains(attempt(source.view(), out{target.data(), {40, 30}, 1}), "target.channels is 1"));
    CHECK(contains(attempt(target.view(), target.view()), "target is overlapping the source"));
    CHECK(contains(message_of([&] {
                       husk::apply(negative, key{}, in{nullptr, {40, 30}}, target, memory);
                   }),
                   "null"));
    CHECK(contains(message_of([&] { (void)husk::draw(negative, key{}, {0, 3}); }), "source.size is 0x3"));
    CHECK(target == untouched);
}

TEST_CASE("neighbouring crops of one image may be source and target", "[pipeline]")
{
    auto sheet = support::numbered({80, 30});
    auto const expected = husk::apply(negative, key{}, sheet.view().crop({{0, 0}, {40, 30}}));
    husk::apply(negative, key{}, sheet.view().crop({{0, 0}, {40, 30}}),
                sheet.view().crop({{40, 0}, {40, 30}}), memory);
    CHECK(support::same_pixels(sheet.view().crop({{40, 0}, {40, 30}}), expected.view()));
}

TEST_CASE("a plan is replayed on a mask by the same moves", "[pipeline]")
{
    auto const photo = support::numbered({40, 30});
    auto const mask = support::numbered<std::uint16_t>({40, 30}, 1);
    auto const p = husk::draw(negative | husk::grid_shuffle{.cells = 3}, key{.seed = 8}, {40, 30});
    image<std::uint8_t> out({40, 30});
    image<std::uint16_t> out_mask({40, 30}, 1);
    auto const map = husk::trace(p, photo, out, memory);
    husk::execute(p, mask, out_mask, memory);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x)
            REQUIRE(out_mask.view()(x, y, 0) == mask.view()(map(x, y).x, map(x, y).y, 0));
}

TEST_CASE("tracing does not change the output, and the map replays it", "[pipeline]")
{
    auto const source = support::numbered({70, 50});
    auto const t = husk::patch_negative{.side = {5, 20}, .flips = true, .rotations = true, .size = {64, 64}} |
                   husk::grid_shuffle{.cells = 5, .rotate = true} | husk::patch_negative{.side = {30, 40}};
    auto const p = husk::draw(t, key{.seed = 1}, source.size());
    image<std::uint8_t> traced({64, 64}), plain({64, 64}), replayed({64, 64});
    auto const map = husk::trace(p, source, traced, memory);
    husk::execute(p, source, plain, memory);
    map.replay(source.view(), replayed.view());
    CHECK(traced == plain);
    CHECK(replayed == plain);
}

TEST_CASE("pixels are moved bit for bit: NaN, infinity and signed zero pass", "[pipeline]")
{
    auto source = support::numbered<float>({12, 9}, 1);
    auto const v = source.view();
    v(3, 3, 0) = std::numeric_limits<float>::quiet_NaN();
    v(4, 3, 0) = -std::numeric_limits<float>::infinity();
    v(5, 3, 0) = -0.f;
    auto const p = husk::draw(husk::grid_shuffle{.cells = 3, .rotate = true}, key{}, source.size());
    image<float> out({12, 9}, 1), replayed({12, 9}, 1);
    husk::trace(p, source, out, memory).replay(source.view(), replayed.view());
    CHECK(support::same_pixels(out.view(), replayed.view()));
    int odd = 0;
    for (std::size_t i = 0; i < out.elements(); ++i) odd += !std::isfinite(out.data()[i]);
    CHECK(odd == 2);
}
