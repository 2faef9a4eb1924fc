// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>

#include <map>
#include <numeric>
#include <set>

using husk::extent, husk::key, husk::patch_negative, husk::patch_rule;
using support::contains, support::message_of;

namespace {

constexpr extent photo{224, 224};

auto traced(patch_negative const& t, key const& k, extent in = photo) -> husk::coordinate_map
{
    auto const source = support::numbered<std::uint16_t>(in);
    auto const p = husk::draw(t, k, in);
    husk::image<std::uint16_t> target(p.size());
    husk::workspace memory;
    return husk::trace(p, source, target, memory);
}

/// The pieces that the kernel lays.
auto pieces_of(patch_negative const& t, key const& k, extent in = photo) -> std::vector<husk::piece>
{
    husk::stream g(k);
    auto const drawn = t.draw(g, in);
    std::vector<std::byte> memory(drawn.room(in, 3) + 64);
    void* start = memory.data();
    auto space = memory.size();
    std::align(64, drawn.room(in, 3), start, space);
    husk::arena a({static_cast<std::byte*>(start), space});
    auto const m = drawn.arrange<void>(husk::packed<float const>{nullptr, in}, a);
    return {m.pieces.begin(), m.pieces.end()};
}

auto chi_square(std::vector<int> const& counts) -> double
{
    auto const expected =
        std::accumulate(counts.begin(), counts.end(), 0.) / static_cast<double>(counts.size());
    return std::accumulate(counts.begin(), counts.end(), 0.,
                           [&](double s, int n) { return s + (n - expected) * (n - expected) / expected; });
}

} // namespace

TEST_CASE("every tile is an exact window of the source, the grid as small as it can be",
          "[negative][fidelity]")
{
    for (int const d : {16, 17, 28, 32, 45, 56, 72, 224}) {
        auto const map = traced({.side = {d, d}}, key{.index = static_cast<std::uint64_t>(d)});
        auto const n = (224 - 1) / d + 1;
        for (int row = 0; row < n; ++row)
            for (int column = 0; column < n; ++column) {
                auto const first = map(column * d, row * d);
                REQUIRE(husk::rect{{first.x, first.y}, {d, d}}.inside(photo));
                for (int y = row * d; y < std::min(224, (row + 1) * d); ++y)
                    for (int x = column * d; x < std::min(224, (column + 1) * d); ++x)
                        REQUIRE(map(x, y) ==
                                husk::origin{0, first.x + x - column * d, first.y + y - row * d});
            }
        CHECK(pieces_of({.side = {d, d}}, key{}).size() == static_cast<std::size_t>(n * n));
    }
}

TEST_CASE("the two rules differ in their grids only where the side divides 224", "[negative][fidelity]")
{
    // A kernel has room for what it draws, seen or not.
    auto const drawn = [](patch_negative const& t) {
        husk::stream g(key{});
        return t.draw(g, photo).room(photo, 3);
    };
    auto const room_for = [](int n) {
        return husk::arena::bytes<husk::piece>(static_cast<std::size_t>(n) * static_cast<std::size_t>(n));
    };
    std::set<int> differ;
    for (int d = 16; d <= 72; ++d) {
        // The authors' grid has floor(224 / d) + 1 patches a side and is cropped; each costs its share of
        // luck.
        auto const ceil = (224 - 1) / d + 1, floor_plus_one = 224 / d + 1;
        patch_negative const exact{.side = {d, d}}, ge{.side = {d, d}, .rule = patch_rule::ge2021};
        CHECK(drawn(exact) == room_for(ceil));
        CHECK(drawn(ge) == room_for(floor_plus_one));
        CHECK(pieces_of(ge, key{}).size() == static_cast<std::size_t>(ceil * ceil));
        if (drawn(exact) != drawn(ge)) differ.insert(d);
    }
    CHECK(differ == std::set{16, 28, 32, 56});
}

TEST_CASE("ge2021 draws the patches that it throws away", "[negative][fidelity]")
{
    // With d = 112 there are 3 x 3 draws, of which the 1st, 2nd, 4th and 5th are seen.
    patch_negative const t{.side = {112, 112}, .rule = patch_rule::ge2021};
    husk::stream g(key{.seed = 3});
    auto windows = t.draw(g, photo).windows;
    auto const laid = pieces_of(t, key{.seed = 3});
    REQUIRE(laid.size() == 4);
    std::size_t next = 0;
    for (int i = 0; i < 9; ++i) {
        auto const corner = windows.corner({223, 223}, {112, 112});
        if (i % 3 < 2 && i / 3 < 2) CHECK(laid[next++].from == corner);
    }
}

TEST_CASE("exact draws what is seen and nothing else", "[negative][fidelity]")
{
    patch_negative const t{.side = {112, 112}};
    husk::stream g(key{.seed = 3});
    auto windows = t.draw(g, photo).windows;
    auto const laid = pieces_of(t, key{.seed = 3});
    REQUIRE(laid.size() == 4);
    for (auto const& p : laid) CHECK(p.from == windows.corner(photo, {112, 112}));
}

TEST_CASE("ge2021 never draws the last offset, and exact does, and all are equally likely",
          "[negative][fidelity]")
{
    constexpr int d = 200, offsets = 224 - d + 1;
    std::vector<int> exact(offsets), ge(offsets);
    for (std::uint64_t i = 0; i < 3000; ++i) {
        for (auto const& p : pieces_of({.side = {d, d}}, key{.index = i}))
            ++exact[static_cast<std::size_t>(p.from.x)];
        for (auto const& p : pieces_of({.side = {d, d}, .rule = patch_rule::ge2021}, key{.index = i}))
            ++ge[static_cast<std::size_t>(p.from.y)];
    }
    CHECK(ge.back() == 0);
    ge.pop_back();
    CHECK(chi_square(exact) < 24 + 5 * std::sqrt(48.));
    CHECK(chi_square(ge) < 23 + 5 * std::sqrt(46.));
}

TEST_CASE("the side is uniform on [16, 72] and both ends occur", "[negative][fidelity]")
{
    std::vector<int> sides(57);
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        husk::stream g(key{.index = i});
        ++sides[static_cast<std::size_t>(patch_negative{}.draw(g, photo).side - 16)];
    }
    CHECK(sides.front() > 0);
    CHECK(sides.back() > 0);
    CHECK(chi_square(sides) < 56 + 5 * std::sqrt(112.));
}

TEST_CASE("a window may be the whole source under exact, and not under ge2021", "[negative][fidelity]")
{
    auto const source = support::numbered(photo);
    CHECK(husk::apply(patch_negative{.side = {224, 224}}, key{}, source) == source);
    auto const attempt = [](patch_negative const& t, extent in) {
        return message_of([&] { (void)husk::draw(t, key{}, in); });
    };
    CHECK(contains(attempt({.side = {224, 224}, .rule = patch_rule::ge2021}, photo),
                   "patch_negative.side.high is 224: must be at most 223 for a source of 224x224"));
    CHECK(contains(attempt({}, {71, 300}), "side.high is 72: must be at most 71 for a source of 71x300"));
    CHECK(attempt({}, {72, 300}).empty());
    CHECK(attempt({.side = {1, 1}}, {1, 1}).empty());
}

TEST_CASE("impossible parameters are named", "[negative]")
{
    auto const attempt = [](patch_negative const& t) {
        return message_of([&] { (void)husk::draw(t, key{}, photo); });
    };
    CHECK(contains(attempt({.side = {30, 20}}), "patch_negative.side is [30, 20]: low must not exceed high"));
    CHECK(contains(attempt({.side = {0, 20}}), "patch_negative.side is [0, 20]: must lie in [1, "));
    CHECK(contains(attempt({.size = {0, 20}}), "patch_negative.size is 0x20"));
    CHECK(contains(attempt({.size = {20, -1}}), "patch_negative.size is 20x-1"));
}

TEST_CASE("the output's size is free of the source's", "[negative]")
{
    for (extent const out : {extent{1, 1}, extent{500, 3}, extent{224, 224}, extent{65, 701}}) {
        auto const map = traced({.size = out}, key{.seed = 2}, {100, 80});
        CHECK(map.size() == out);
    }
}

TEST_CASE("patches are mirrored and turned when asked, each way equally often", "[negative]")
{
    std::map<husk::turn, int> seen;
    patch_negative const t{.side = {16, 16}, .flips = true, .rotations = true};
    for (std::uint64_t i = 0; i < 20; ++i)
        for (auto const& p : pieces_of(t, key{.index = i})) ++seen[p.turned];
    CHECK(seen.size() == 8);
    std::vector<int> counts;
    for (auto const& [turned, n] : seen) counts.push_back(n);
    CHECK(chi_square(counts) < 7 + 5 * std::sqrt(14.));
    for (auto const& p : pieces_of({.flips = true}, key{}))
        CHECK((p.turned == husk::turn::none || p.turned == husk::turn::mirror));
    for (auto const& p : pieces_of({}, key{})) CHECK(p.turned == husk::turn::none);
}

TEST_CASE("the tile cut off at the border is the part of its patch that is seen", "[negative]")
{
    // 20 = 16 + 4: a turned patch shows the corner of its turned self, not a smaller patch.
    patch_negative const t{.side = {16, 16}, .rotations = true, .size = {20, 20}};
    for (std::uint64_t i = 0; i < 10; ++i) {
        auto const map = traced(t, key{.index = i}, {16, 16}); // one window only: all of the source
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < 20; ++x)
                REQUIRE(husk::rect{{map(x, y).x, map(x, y).y}, {1, 1}}.inside({16, 16}));
        auto const corner = map(16, 16);
        CHECK((corner.x == 0 || corner.x == 15));
        CHECK((corner.y == 0 || corner.y == 15));
    }
}
