// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/chain.hpp>
#include <husk/kernel/window.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>
#include <numeric>

using husk::blurred, husk::blurred_bytes, husk::border, husk::extent, husk::packed;
using picture = husk::image<std::uint8_t>;

namespace {

using best_chain = husk::chain<husk::simd::best, packed<std::uint8_t const>>;

/// Weights 3, 2, 1, ... from the middle, over their sum.
template <class Chain>
auto stage(Chain& c, int reach, border outside) -> blurred_bytes
{
    auto const b = blurred::take(c, reach, outside);
    auto const w = b.weights();
    for (std::size_t k = 0; k < w.size(); ++k)
        w[k] = static_cast<float>(w.size() - k) / static_cast<float>(w.size() * w.size());
    return blurred_bytes::take(c, b, reach, outside);
}

auto downwards(int height) -> std::vector<int>
{
    std::vector<int> all(static_cast<std::size_t>(height));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

struct results {
    picture bytes;
    husk::image<float, husk::planar> colours;
};

/// Both kinds of rows, the bytes in the given order, of a source that is shown through `box`.
template <class Arch>
auto both(picture const& source, husk::rect const& box, int reach, border outside,
          std::vector<int> const& order) -> results
{
    husk::workspace room;
    auto memory = room.fit(std::size_t{1} << 22);
    husk::chain<Arch, packed<std::uint8_t const>> c(source.view(), husk::content::colours, memory);
    husk::window{source.size(), box, false, false, border::reflect}.join(c);
    c.push(stage(c, reach, outside), c.size());
    results r{picture(box.size, source.channels()),
              husk::image<float, husk::planar>(box.size, source.channels())};
    auto const line = husk::row::take(memory, box.size.width, source.channels());
    REQUIRE(c.rows().pull_pixels);
    for (int const y : order) c.rows().pull_pixels(c.rows().self, y, r.bytes.view().row(y));
    for (int y = 0; y < box.size.height; ++y) {
        c.rows()(y, line);
        for (int ch = 0; ch < line.channels; ++ch)
            std::copy_n(line[ch], line.width, r.colours.view().row(y, ch));
    }
    return r;
}

auto worst(results const& r) -> double
{
    double most = 0;
    auto const v = r.bytes.view();
    for (int c = 0; c < v.channels; ++c)
        for (int y = 0; y < v.size.height; ++y)
            for (int x = 0; x < v.size.width; ++x)
                most = std::max(most, std::abs(v(x, y, c) - 255. * double{r.colours.view()(x, y, c)}));
    return most;
}

} // namespace

TEST_CASE("blurred bytes are blurred colours, nearly rounded, at every size and with every border",
          "[kernel]")
{
    for (auto const outside : {border::constant, border::edge, border::reflect})
        for (int const reach : {0, 1, 2, 6, 8, 11})
            for (auto const size :
                 {extent{1, 1}, extent{2, 1}, extent{1, 5}, extent{3, 4}, extent{31, 9}, extent{65, 23}}) {
                auto const source = support::numbered(size, reach == 2 ? 1 : 3);
                auto const r =
                    both<husk::simd::best>(source, {{}, size}, reach, outside, downwards(size.height));
                CAPTURE(reach, to_string(size), static_cast<int>(outside));
                CHECK(worst(r) <= .5 + blurred_bytes::bytes_within);
            }
}

TEST_CASE("bytes are blurred alike in memory and where they come through a window", "[kernel]")
{
    auto const source = support::numbered({40, 30});
    husk::rect const box{{-3, 5}, {45, 20}};
    auto const r = both<husk::simd::best>(source, box, 3, border::edge, downwards(20));
    CHECK(worst(r) <= .5 + blurred_bytes::bytes_within);

    picture seen(box.size);
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 45; ++x)
            for (int c = 0; c < 3; ++c)
                seen.view()(x, y, c) = source.view()(husk::place(x - 3, 40, border::reflect), y + 5, c);
    CHECK(both<husk::simd::best>(seen, {{}, box.size}, 3, border::edge, downwards(20)).bytes == r.bytes);
}

TEST_CASE("every instruction set blurs bytes to the same bytes", "[kernel]")
{
    for (int width = 1; width <= 65; ++width) {
        auto const source = support::numbered({width, 7});
        auto const all = downwards(7);
        CHECK(both<husk::simd::best>(source, {{}, {width, 7}}, 3, border::reflect, all).bytes ==
              both<husk::simd::scalar>(source, {{}, {width, 7}}, 3, border::reflect, all).bytes);
    }
}

TEST_CASE("rows of blurred bytes may be asked for in any order, and twice", "[kernel]")
{
    auto const source = support::numbered({17, 20});
    auto order = downwards(20);
    auto const expected = both<husk::simd::best>(source, {{}, {17, 20}}, 4, border::reflect, order).bytes;
    std::reverse(order.begin(), order.end());
    order.insert(order.end(), {0, 19, 10, 0});
    CHECK(both<husk::simd::best>(source, {{}, {17, 20}}, 4, border::reflect, order).bytes == expected);
}

TEST_CASE("bytes with alpha, and filters of many weights, are blurred as colours", "[kernel]")
{
    auto const has_pixels = [](int channels, int reach) {
        husk::workspace room;
        auto memory = room.fit(std::size_t{1} << 20);
        auto const source = support::numbered({9, 9}, channels);
        best_chain c(source.view(), husk::content::colours, memory);
        return stage(c, reach, border::edge).has_pixels<husk::simd::best>();
    };
    CHECK(has_pixels(3, 11));
    CHECK(has_pixels(1, 11));
    CHECK_FALSE(has_pixels(3, 12));
    CHECK_FALSE(has_pixels(4, 2));
}
