// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

// Every public transform, on every size from 1 x 1 to 65 x 65 (sampled), odd strides, each element type,
// number of channels and layout: the pixels inside are those that the trace names, and nothing outside is
// touched.

using husk::extent, husk::key;

namespace {

template <class T, template <class> class From, template <class> class To, husk::transform Transform>
void check(Transform const& t, extent in, int channels, int gap)
{
    auto const p = husk::draw(t, key{.seed = 7, .index = static_cast<std::uint64_t>(in.area())}, in);
    support::guarded<T, From> source(in, channels, gap);
    support::guarded<T, To> target(p.size(), channels, gap + 2), plain(p.size(), channels, gap + 1);
    source.fill();
    From<T const> const from = source.view();
    husk::workspace memory;
    auto const map = husk::trace(p, from, target.view(), memory);
    husk::execute(p, from, plain.view(), memory);
    REQUIRE(target.intact());
    REQUIRE(plain.intact());
    REQUIRE(support::same_pixels(target.view(), plain.view()));
    support::guarded<T, To> replayed(p.size(), channels, gap);
    map.replay(from, replayed.view());
    REQUIRE(support::same_pixels(target.view(), replayed.view()));
}

template <class T>
void check_all(extent in, int channels)
{
    auto const side = in.shorter_side();
    auto const patches = husk::patch_negative{.side = {1, side}, .flips = true, .rotations = true};
    check<T, husk::packed, husk::packed>(patches, in, channels, 1);
    check<T, husk::packed, husk::planar>(patches, in, channels, 3);
    auto cells = husk::grid_shuffle{.cells = std::min(side, 7), .allow_identity = true, .rotate = true};
    check<T, husk::planar, husk::packed>(cells, in, channels, 1);
    cells.pixels = (side + 1) / 2;
    check<T, husk::planar, husk::planar>(cells, in, channels, 5);
    check<T, husk::packed, husk::packed>(patches | cells, in, channels, 0);
}

} // namespace

TEMPLATE_TEST_CASE("negatives move what they say and nothing else", "[property]", std::uint8_t, std::uint16_t,
                   float)
{
    for (int w = 1; w <= 65; w += w < 9 ? 1 : 8)
        for (int h = 1; h <= 65; h += h < 9 ? 1 : 14)
            for (int const channels : {1, 3, 4}) check_all<TestType>({w, h}, channels);
}

TEMPLATE_TEST_CASE("half precision is moved like any element, where there is one", "[property]",
                   husk::float16)
{
    if constexpr (husk::has_float16) check_all<TestType>({33, 17}, 3);
    else CHECK_FALSE(husk::element<TestType>);
}
