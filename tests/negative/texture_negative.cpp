// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "catch.hpp"
#include "negative/photographs.hpp"
#include "support.hpp"

#include <husk/measure/coverage.hpp>
#include <husk/measure/seam_ratio.hpp>
#include <husk/measure/sliced_wasserstein.hpp>
#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/execute.hpp>

#include <array>
#include <set>
#include <utility>

using husk::extent, husk::key, husk::rect, husk::texture_negative;
using support::contains, support::message_of;

namespace {

auto exemplars_of(texture_negative const& t, key const& k, extent in) -> std::array<rect, 2>
{
    auto const e = std::get<0>(husk::draw(t, k, in).steps).exemplars;
    CHECK(e[0].source == 0);
    CHECK(e[1].source == 0);
    return {e[0].window, e[1].window};
}

/// Few blocks, for tests that do not look at the picture.
auto quick() -> texture_negative
{
    texture_negative t;
    t.sewing.block = 16, t.sewing.overlap = 5, t.sewing.candidates = 20, t.sewing.finalists = 4;
    return t;
}

} // namespace

TEST_CASE("exemplar 0 is the centre, exemplar 1 lies inside", "[negative][fidelity]")
{
    for (extent const in : {extent{500, 375}, {97, 96}, {96, 96}, {333, 1200}})
        for (std::uint64_t i = 0; i < 50; ++i) {
            auto const [centre, anywhere] = exemplars_of({}, key{.index = i}, in);
            REQUIRE(centre == rect{{(in.width - 96) / 2, (in.height - 96) / 2}, {96, 96}});
            REQUIRE(anywhere.size == extent{96, 96});
            REQUIRE(anywhere.inside(in));
        }
}

TEST_CASE("every valid offset of exemplar 1 is reached", "[negative][fidelity]")
{
    std::set<std::pair<int, int>> seen;
    for (std::uint64_t i = 0; i < 600; ++i) {
        auto const at = exemplars_of({}, key{.index = i}, {102, 99})[1].at;
        seen.insert({at.x, at.y});
    }
    CHECK(seen.size() == 7 * 4); // a place is missed by chance once in 10^8
}

TEST_CASE("exemplars shrink to the shorter side of a small image", "[negative][fidelity]")
{
    for (extent const in : {extent{60, 200}, {200, 60}, {95, 95}, {40, 41}}) {
        auto const side = in.shorter_side();
        auto const [centre, anywhere] = exemplars_of({}, key{.seed = 1}, in);
        CHECK(centre == rect{{(in.width - side) / 2, (in.height - side) / 2}, {side, side}});
        CHECK(anywhere.size == extent{side, side});
        CHECK(anywhere.inside(in));
    }
    texture_negative t;
    t.exemplar = 50;
    CHECK(exemplars_of(t, key{}, {300, 80})[0] == rect{{125, 15}, {50, 50}});
}

TEST_CASE("the output is 224x224 whatever the image is, and made of its exemplars' pixels",
          "[negative][fidelity]")
{
    husk::workspace memory;
    for (extent const in : {extent{40, 40}, {41, 300}, {96, 97}, {250, 187}, {224, 224}}) {
        auto const source = support::numbered<std::uint16_t>(in);
        auto const p = husk::draw(texture_negative{}, key{.seed = 4}, in);
        REQUIRE(p.size() == extent{224, 224});
        husk::image<std::uint16_t> target(p.size()), replayed(p.size());
        auto const map = husk::trace(p, source, target, memory);
        auto const windows = exemplars_of({}, key{.seed = 4}, in);
        std::set<int> used;
        for (int y = 0; y < 224; ++y)
            for (int x = 0; x < 224; ++x) {
                auto const o = map(x, y);
                REQUIRE((o.exemplar == 0 || o.exemplar == 1));
                auto const& w = windows[static_cast<std::size_t>(o.exemplar)];
                REQUIRE((o.x >= w.at.x && o.y >= w.at.y && o.x < w.right() && o.y < w.bottom()));
                for (int c = 0; c < 3; ++c) REQUIRE(target.view()(x, y, c) == source.view()(o.x, o.y, c));
                used.insert(o.exemplar);
            }
        CHECK(used.size() == 2);
        map.replay(source.view(), replayed.view());
        CHECK(replayed == target);
    }
}

TEST_CASE("texture negatives fit any element, layout, stride and size", "[negative]")
{
    auto const check = [](auto source, auto target, extent in) {
        auto t = quick();
        t.size = target.view().size;
        source.fill();
        husk::workspace memory;
        husk::apply(t, key{.seed = 8}, source.view(), target.view(), memory);
        REQUIRE(source.intact());
        REQUIRE(target.intact());
        REQUIRE(in == source.view().size);
    };
    using support::guarded, husk::packed, husk::planar;
    extent const in{47, 63};
    for (int const channels : {1, 3, 4})
        for (extent const out : {extent{1, 1}, {65, 7}, {33, 90}}) {
            check(guarded<std::uint8_t>(in, channels, 1), guarded<std::uint8_t>(out, channels, 7), in);
            check(guarded<std::uint16_t, planar>(in, channels), guarded<std::uint16_t>(out, channels, 1), in);
            check(guarded<float>(in, channels, 2), guarded<float, planar>(out, channels, 3), in);
#if defined(__FLT16_MANT_DIG__) && (defined(__clang__) || __GNUC__ >= 13 || defined(__SSE2__))
            check(guarded<husk::float16>(in, channels), guarded<husk::float16, planar>(out, channels), in);
#endif
        }
}

TEST_CASE("texture negatives that cannot be are named", "[negative]")
{
    auto const attempt = [](texture_negative const& t, extent in) {
        return message_of([&] { (void)husk::draw(t, key{}, in); });
    };
    CHECK(contains(attempt({}, {39, 500}),
                   "texture_negative.sewing.block is 40: must be at most 39, the exemplar's side, for a "
                   "source of 39x500"));
    CHECK(attempt({}, {40, 500}).empty());
    CHECK(contains(attempt({.exemplar = 0}, {200, 200}), "texture_negative.exemplar is 0: must lie in [1, "));
    CHECK(contains(attempt({.exemplar = 39}, {200, 200}), "texture_negative.sewing.block is 40"));
    CHECK(contains(attempt({.exemplar = 1 << 15}, {200, 200}), "texture_negative.exemplar is 32768"));
    CHECK(contains(attempt({.size = {0, 224}}, {200, 200}), "size is 0x224"));
    CHECK(contains(attempt({.sewing = {.overlap = 40}}, {200, 200}),
                   "texture_negative.sewing.overlap is 40: must lie in [0, 39]"));
    CHECK(
        contains(attempt({.sewing = {.balance = -1}}, {200, 200}), "texture_negative.sewing.balance is -1"));
    // The inner size does not matter.
    CHECK(attempt({.sewing = {.size = {-1, 0}}}, {200, 200}).empty());
}

TEST_CASE("after the first texture negative nothing allocates", "[negative]")
{
    auto const source = support::numbered({120, 100});
    husk::image<std::uint8_t> target({224, 224});
    husk::workspace memory;
    husk::apply(quick(), key{}, source, target, memory);
    auto const before = support::allocations();
    for (std::uint64_t i = 0; i < 5; ++i) husk::apply(quick(), key{.index = i}, source, target, memory);
    CHECK(support::allocations() == before);
}

TEST_CASE("texture negatives of photographs have their texture, use it all, and repeat little",
          "[negative][fidelity][slow]")
{
    double distance = 0, shown = 0;
    int images = 0;
    husk::workspace memory;
    for (auto const& photo : support::photographs())
        for (std::uint64_t i = 0; i < 2; ++i, ++images) {
            key const k{.seed = 11, .index = i};
            husk::image<std::uint8_t> target({224, 224});
            auto const map =
                husk::trace(husk::draw(texture_negative{}, k, photo.size()), photo, target, memory);
            auto const windows = exemplars_of({}, k, photo.size());
            husk::measured const whole = photo.view();
            husk::measured const exemplars[] = {whole.crop(windows[0]), whole.crop(windows[1])};
            distance += husk::sliced_wasserstein(exemplars, target.view());
            auto const c = husk::coverage_of(map, windows);
            CHECK(c.used >= .7);
            CHECK(c.largest_reuse <= 20);
            shown += c.used;
        }
    CAPTURE(distance / images, shown / images);
    CHECK(distance / images < 6);
    CHECK(shown / images >= .85);
}

TEST_CASE("seams are under half as loud as those of random tiles", "[negative][fidelity][slow]")
{
    husk::workspace memory;
    auto const loudness = [&](husk::image<std::uint8_t> const& photo, husk::quilt const& sewing) {
        texture_negative const t{.sewing = sewing};
        double sum = 0;
        for (std::uint64_t i = 0; i < 3; ++i) {
            husk::image<std::uint8_t> target({224, 224});
            auto const map = husk::trace(husk::draw(t, key{.index = i}, photo.size()), photo, target, memory);
            sum += husk::seam_ratio(target.view(), map);
        }
        return sum / 3;
    };
    // Balance buys coverage with louder seams: the strict bound is plain quilting's, photograph by
    // photograph.
    double ratios = 0;
    auto const photographs = support::photographs();
    for (auto const& photo : photographs) {
        auto const tiled = loudness(photo, {.overlap = 0, .candidates = 1, .finalists = 0, .balance = 0});
        auto const plain = loudness(photo, {.balance = 0}), balanced = loudness(photo, {});
        CAPTURE(tiled, plain, balanced);
        CHECK(plain < .5 * tiled);
        CHECK(balanced < .6 * tiled);
        ratios += balanced / tiled;
    }
    CHECK(ratios / static_cast<double>(photographs.size()) < .5);
}
