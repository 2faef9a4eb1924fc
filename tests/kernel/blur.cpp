// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/image/image.hpp>
#include <husk/kernel/blur.hpp>
#include <husk/kernel/chain.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>
#include <limits>
#include <numeric>

using husk::border, husk::extent;
using picture = husk::image<float, husk::planar>;

namespace {

auto noise(extent size, int channels) -> picture
{
    husk::stream g(husk::key{.seed = 5});
    picture p(size, channels);
    for (std::size_t i = 0; i < p.elements(); ++i) p.data()[i] = g.unit();
    return p;
}

/// Weights that are not symmetric in any hidden way: 1, 1/2, 1/3, ... over their sum.
auto weight(int k, int reach) -> float
{
    double sum = 1;
    for (int i = 1; i <= reach; ++i) sum += 2. / (i + 1);
    return static_cast<float>(1. / (std::abs(k) + 1) / sum);
}

/// A blur of a whole image, whose rows are asked for in the given order.
template <class Arch>
auto blurred(picture const& source, int reach, border outside, std::vector<int> const& order) -> picture
{
    husk::workspace room;
    auto memory = room.fit(std::size_t{1} << 22);
    auto const from = source.view();
    husk::chain<Arch, husk::planar<float const>> c(from, husk::content::colours, memory);
    auto const b = husk::blurred::take(c, reach, outside);
    for (std::size_t k = 0; k < b.weights().size(); ++k) b.weights()[k] = weight(static_cast<int>(k), reach);
    c.push(b, c.size());
    picture target(source.size(), source.channels());
    auto const r = husk::row::take(memory, source.size().width, source.channels());
    for (int const y : order) {
        c.rows()(y, r);
        for (int ch = 0; ch < r.channels; ++ch) std::copy_n(r[ch], r.width, target.view().row(y, ch));
    }
    return target;
}

auto downwards(int height) -> std::vector<int>
{
    std::vector<int> all(static_cast<std::size_t>(height));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

auto oracle(picture const& source, int reach, border outside, int x, int y, int c) -> double
{
    auto const v = source.view();
    if (c == 3) return static_cast<double>(v(x, y, c));
    double sum = 0;
    for (int j = -reach; j <= reach; ++j)
        for (int i = -reach; i <= reach; ++i) {
            int const from_x = husk::place(x + i, v.size.width, outside);
            int const from_y = husk::place(y + j, v.size.height, outside);
            if (from_x < 0 || from_y < 0) continue;
            sum += static_cast<double>(weight(i, reach) * weight(j, reach)) *
                   static_cast<double>(v(from_x, from_y, c));
        }
    return sum;
}

} // namespace

TEST_CASE("a blur weighs the square around each pixel, at every size and with every border", "[kernel]")
{
    for (auto const outside : {border::constant, border::edge, border::reflect})
        for (int const reach : {0, 1, 2, 7, 19})
            for (auto const size :
                 {extent{1, 1}, extent{2, 1}, extent{1, 5}, extent{3, 4}, extent{31, 9}, extent{65, 23}}) {
                auto const source = noise(size, reach == 2 ? 4 : reach == 1 ? 1 : 3);
                auto const result = blurred<husk::simd::best>(source, reach, outside, downwards(size.height));
                double worst = 0;
                for (int c = 0; c < source.channels(); ++c)
                    for (int y = 0; y<size.height; y += reach> 9 ? 3 : 1)
                        for (int x = 0; x<size.width; x += reach> 9 ? 5 : 1)
                            worst = std::max(worst, std::abs(oracle(source, reach, outside, x, y, c) -
                                                             static_cast<double>(result.view()(x, y, c))));
                CAPTURE(reach, to_string(size), static_cast<int>(outside));
                CHECK(worst < 1e-6);
            }
}

TEST_CASE("every instruction set blurs to the same bits", "[kernel]")
{
    for (int width = 1; width <= 65; ++width) {
        auto const source = noise({width, 7}, 3);
        CHECK(blurred<husk::simd::best>(source, 3, border::reflect, downwards(7)) ==
              blurred<husk::simd::scalar>(source, 3, border::reflect, downwards(7)));
    }
}

TEST_CASE("rows of a blur may be asked for in any order, and twice", "[kernel]")
{
    for (auto const outside : {border::constant, border::edge, border::reflect})
        for (int const height : {1, 4, 20}) {
            auto const source = noise({17, height}, 3);
            auto order = downwards(height);
            auto const expected = blurred<husk::simd::best>(source, 4, outside, order);
            std::reverse(order.begin(), order.end());
            CHECK(blurred<husk::simd::best>(source, 4, outside, order) == expected);
            husk::stream(husk::key{.seed = 9}).permutation(std::span(order));
            order.insert(order.end(), {0, height - 1, height / 2, 0});
            CHECK(blurred<husk::simd::best>(source, 4, outside, order) == expected);
        }
}

TEST_CASE("what is no number spoils the pixels within reach, and no others", "[kernel]")
{
    auto source = noise({40, 30}, 3);
    auto const clean = blurred<husk::simd::best>(source, 3, border::reflect, downwards(30));
    source.view()(20, 15, 1) = std::numeric_limits<float>::quiet_NaN();
    auto const result = blurred<husk::simd::best>(source, 3, border::reflect, downwards(30));
    for (int c = 0; c < 3; ++c)
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 40; ++x)
                if (c == 1 && std::abs(x - 20) <= 3 && std::abs(y - 15) <= 3)
                    CHECK(std::isnan(result.view()(x, y, c)));
                else CHECK(result.view()(x, y, c) == clean.view()(x, y, c));
}
