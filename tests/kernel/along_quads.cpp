// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/along_quads.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <limits>
#include <vector>

namespace {

using Arch = husk::simd::best;

/// The sum over even taps, and the one over odd taps, in floats, as the definition has them.
auto expected(husk::taps const& x, std::vector<float> const& quads, int rows, int row, int pixel, int channel)
    -> float
{
    using V = husk::simd::real<husk::simd::scalar>;
    V sums[2] = {0.f, 0.f};
    for (int k = 0; k < x.count; ++k) {
        auto const w = x.weights[static_cast<std::size_t>(pixel * x.count + k)];
        auto const at = 4 * (rows * (x.first[static_cast<std::size_t>(pixel)] + k) + row) + channel;
        V& sum = sums[k % 2];
        if (w != 0) sum = sum + V(w) * V(quads[static_cast<std::size_t>(at)]);
    }
    return (sums[0] + sums[1]).value;
}

struct scene {
    std::vector<std::byte> memory = std::vector<std::byte>(std::size_t{1} << 20);
    husk::arena arena{std::span(memory)};
    husk::taps x;
    husk::along_quads along;

    scene(husk::axis const& a, husk::filter f, bool antialias) :
        x(husk::lay_taps<Arch>(a, f, antialias, arena)), along(husk::along_quads::take(x, a.out, arena))
    {
    }
};

template <std::size_t Rows>
void compare(husk::axis const& a, husk::filter f, bool antialias, husk::stream& g)
{
    for (int const channels : {1, 3, 4}) {
        scene s(a, f, antialias);
        std::vector<float> quads(4 * Rows * static_cast<std::size_t>(a.limit));
        for (auto& q : quads) q = g.unit();
        std::array<husk::row, Rows> to;
        for (auto& r : to) r = husk::row::take(s.arena, a.out, channels);
        s.along.operator()<Arch, Rows>(quads.data(), to);
        for (std::size_t r = 0; r < Rows; ++r)
            for (int c = 0; c < channels; ++c)
                for (int i = 0; i < a.out; ++i)
                    REQUIRE(to[r][c][i] == expected(s.x, quads, int{Rows}, static_cast<int>(r), i, c));
    }
}

} // namespace

TEST_CASE("pixels of four floats are resampled along as their taps say, one row or two", "[kernel]")
{
    husk::stream g(husk::key{.seed = 2});
    for (auto const f : {husk::filter::nearest, husk::filter::bilinear, husk::filter::bicubic})
        for (auto const& a : {husk::axis{0, 1, 1, 1}, husk::axis{0, 9, 20, 9}, husk::axis{2, 30.5, 17, 40},
                              husk::axis{0, 40, 16, 40}, husk::axis{0, 60, 14, 60}}) {
            compare<1>(a, f, true, g);
            compare<2>(a, f, true, g);
        }
}

TEST_CASE("carefully, pixels of weight 0 are not looked at", "[kernel]")
{
    scene s({0, 9, 20, 9}, husk::filter::bilinear, true);
    std::vector<float> quads(4 * 9, 1.f);
    quads[4 * 4] = std::numeric_limits<float>::quiet_NaN();
    auto const to = husk::row::take(s.arena, 20, 3);
    s.along.carefully<Arch>(quads.data(), to);
    for (int i = 0; i < 20; ++i) {
        bool sees = false;
        for (int k = 0; k < s.x.count; ++k)
            sees = sees || (s.x.first[static_cast<std::size_t>(i)] + k == 4 &&
                            s.x.weights[static_cast<std::size_t>(i * s.x.count + k)] != 0);
        CHECK((to[0][i] != to[0][i]) == sees);
        CHECK(to[1][i] == Approx(1));
    }
}
