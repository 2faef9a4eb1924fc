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
            }
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
