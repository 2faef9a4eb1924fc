// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>
#include <husk/kernel/window.hpp>

namespace {

using husk::border, husk::extent, husk::rect, husk::window;

/// Colour c of pixel (x, y) of the window: the definition.
template <husk::view V>
auto expected(V const& v, window const& w, int x, int y, int c) -> float
{
    int const across = w.mirrored ? w.box.size.width - 1 - x : x;
    int const down = w.flipped ? w.box.size.height - 1 - y : y;
    int const i = husk::place(w.box.at.x + across, v.size.width, w.outside);
    int const j = husk::place(w.box.at.y + down, v.size.height, w.outside);
    if (i < 0 || j < 0) return c < 3 ? w.fill[static_cast<std::size_t>(c)] : 1;
    return static_cast<float>(v(i, j, c)) / 255.f;
}

auto any(husk::stream& g, extent in) -> window
{
    auto const from = [&](int length) { return g.in(husk::interval{-length - 3, length + 3}); };
    return {in,
            {{from(in.width), from(in.height)}, {g.in(husk::interval{1, 40}), g.in(husk::interval{1, 40})}},
            g.chance(.5f),
            g.chance(.5f),
            static_cast<border>(g.below(3)),
            {.25f, .5f, 2}};
}

} // namespace

TEST_CASE("a window shows what lies in it, and outside what its border says", "[kernel]")
{
    husk::stream g(husk::key{.seed = 30});
    husk::workspace memory;
    for (int n = 0; n < 300; ++n) {
        extent const in{g.in(husk::interval{1, 30}), g.in(husk::interval{1, 30})};
        auto const w = any(g, in);
        int const channels = std::array{1, 3, 4}[static_cast<std::size_t>(n % 3)];
        INFO(w.describe() << " of " << in.width << "x" << in.height);
        auto const source = support::numbered(in, channels);
        support::guarded<float, husk::planar> target(w.box.size, channels);
        husk::execute(husk::plan<window>{{w}, in}, source, target.view(), memory);
        REQUIRE(target.intact());
        for (int y = 0; y < w.box.size.height; ++y)
            for (int x = 0; x < w.box.size.width; ++x)
                for (int c = 0; c < channels; ++c)
                    REQUIRE(target.view()(x, y, c) == expected(source.view(), w, x, y, c));
    }
}

TEST_CASE("a window inside its image moves elements, whatever they are", "[kernel]")
{
    auto source = support::numbered<float>({9, 7});
    source.view()(4, 3, 1) = std::nanf("");
    window const w{{9, 7}, {{2, 1}, {5, 6}}, true, true};
    REQUIRE(w.moves());
    husk::workspace memory;
    husk::image<float> target({5, 6});
    husk::execute(husk::plan<window>{{w}, {9, 7}}, source, target, memory);
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 5; ++x)
            for (int c = 0; c < 3; ++c) {
                auto const was = source.view()(2 + 4 - x, 1 + 5 - y, c);
                if (std::isnan(was)) REQUIRE(std::isnan(target.view()(x, y, c)));
                else REQUIRE(target.view()(x, y, c) == was);
            }
    CHECK_FALSE(window{{9, 7}, {{5, 1}, {5, 6}}}.moves());
}

TEST_CASE("a window says where a place of its source went", "[kernel]")
{
    // The middle of a pixel is found where its colour is.
    window const w{{9, 7}, {{-2, 1}, {8, 9}}, true, false};
    auto const p = w.forward({3.5f, 2.5f}, {9, 7});
    CHECK((p.x == 2.5f && p.y == 1.5f));
    auto const q = window{{9, 7}, {{2, 1}, {5, 6}}, false, true}.forward({3.5f, 2.5f}, {9, 7});
    CHECK((q.x == 1.5f && q.y == 4.5f));
}
