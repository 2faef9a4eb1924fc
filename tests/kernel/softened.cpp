// SPDX-License-Identifier: MIT
#include "boxes.hpp"
#include "catch.hpp"

#include <utility>

using boxes::boxed, boxes::downwards, boxes::oracle, boxes::scene;

namespace {

/// The same as pixels, as far as rows are made as such.
template <class Arch>
auto pixels(boxes::levels const& source, float radius) -> boxes::levels
{
    husk::workspace room;
    auto memory = room.fit(std::size_t{1} << 22);
    husk::chain<Arch, husk::packed<std::uint8_t const>> c(source.view(), husk::content::colours, memory);
    husk::boxed::join(c, radius);
    auto target = source;
    REQUIRE((c.rows().pull_pixels != nullptr) == (source.channels() != 4));
    for (int y = 0; y < source.size().height && c.rows().pull_pixels; ++y)
        c.rows().pull_pixels(c.rows().self, y, target.view().row(y));
    return target;
}

/// The same of planes of floats, as colours and as the levels that those are.
template <class Arch>
void check_planes(boxes::levels const& source, float radius, boxes::levels const& expected)
{
    auto const size = source.size();
    int const channels = source.channels();
    std::vector<float> colours(source.elements());
    husk::planar<float> const planes{colours.data(), size, channels};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < channels; ++c)
                planes.row(y, c)[x] = static_cast<float>(source.view()(x, y, c)) / 255;
    husk::workspace room;
    auto memory = room.fit(std::size_t{1} << 22);
    husk::chain<Arch, husk::planar<float const>> c(planes, husk::content::colours, memory);
    husk::boxed::join(c, radius);
    auto const rows = c.rows();
    REQUIRE(rows.pull_levels);
    auto of_colours = source, of_levels = source;
    auto const r = husk::row::take(memory, size.width, channels);
    for (int y = 0; y < size.height; ++y) {
        rows(y, r);
        husk::pack<Arch>(r, of_colours.view(), y);
        auto const levels = rows.pull_levels(rows.self, y);
        CHECK_FALSE(levels.mirrored);
        for (int x = 0; x < size.width; ++x)
            for (int k = 0; k < channels; ++k) of_levels.view()(x, y, k) = levels.data[k * levels.plane + x];
    }
    CHECK(of_colours == expected);
    CHECK(of_levels == expected);
}

} // namespace

// Of these radii .0842 and .4552 need all 24 bits of their weights.
TEST_CASE("soft boxes of rows that are made together are boxes in wide integers, bit for bit", "[kernel]")
{
    for (float const radius : {0.f, .0842f, .3f, .4552f, .62f, .999f})
        for (auto const size : {husk::extent{1, 1}, husk::extent{1, 40}, husk::extent{5, 16},
                                husk::extent{16, 17}, husk::extent{37, 33}, husk::extent{70, 19}})
            for (int const channels : {1, 3, 4}) {
                auto const source = scene(size, channels);
                auto const expected = oracle(source, radius);
                CAPTURE(radius, to_string(size), channels);
                CHECK(boxed<husk::simd::best>(source, radius, downwards(size.height)) == expected);
                CHECK(boxed<husk::simd::scalar>(source, radius, downwards(size.height)) == expected);
                if (channels == 4) continue;
                CHECK(pixels<husk::simd::best>(source, radius) == expected);
                CHECK(pixels<husk::simd::scalar>(source, radius) == expected);
                check_planes<husk::simd::best>(source, radius, expected);
                check_planes<husk::simd::scalar>(source, radius, expected);
            }
}

TEST_CASE("boxes that are not soft have levels, too", "[kernel]")
{
    auto const source = scene({37, 33}, 3);
    check_planes<husk::simd::best>(source, 1.3f, oracle(source, 1.3f));
    check_planes<husk::simd::scalar>(source, 1.3f, oracle(source, 1.3f));
}

TEST_CASE("rows that are made together may be asked for in any order, and twice", "[kernel]")
{
    for (int const channels : {3, 4}) {
        auto const source = scene({20, 70}, channels);
        auto order = downwards(70);
        auto const expected = oracle(source, .8f);
        std::reverse(order.begin(), order.end());
        CHECK(boxed<husk::simd::best>(source, .8f, order) == expected);
        husk::stream(husk::key{.seed = 9}).permutation(std::span(order));
        order.insert(order.end(), {0, 69, 16, 15, 0});
        CHECK(boxed<husk::simd::best>(source, .8f, order) == expected);
    }
}
