// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/weigh.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

constexpr int room = 192, rows = 30;

struct lines {
    alignas(64) float at[rows][room];
};

auto noise() -> lines
{
    lines l;
    husk::stream g(husk::key{.seed = 2});
    for (auto& line : l.at)
        for (float& v : line) v = g.unit();
    return l;
}

auto weights(int reach) -> std::vector<float>
{
    std::vector<float> w;
    for (int k = 0; k <= reach; ++k) w.push_back(.3f / static_cast<float>(k + 1));
    return w;
}

template <class At>
auto weighed(std::vector<float> const& w, At at) -> double
{
    double sum = static_cast<double>(w[0] * at(0));
    for (int k = 1; k < static_cast<int>(w.size()); ++k)
        sum += static_cast<double>(w[static_cast<std::size_t>(k)]) *
               (static_cast<double>(at(-k)) + static_cast<double>(at(k)));
    return sum;
}

auto differ(double a, float b) -> double { return std::abs(a - static_cast<double>(b)); }

template <class Arch>
void check(int reach, int width)
{
    auto const l = noise();
    auto const w = weights(reach);
    alignas(64) float along[room], upper[room], lower[room];
    husk::detail::weigh_along<Arch>(l.at[0] + 32, w, width, along);
    float const* column[rows];
    for (int i = 0; i < rows; ++i) column[i] = l.at[i];
    husk::detail::weigh_down<Arch>(column + 14, w, width, upper, lower);
    double worst = 0;
    for (int x = 0; x < width; ++x) {
        worst = std::max(worst, differ(weighed(w, [&](int k) { return l.at[0][32 + x + k]; }), along[x]));
        worst = std::max(worst, differ(weighed(w, [&](int k) { return l.at[14 + k][x]; }), upper[x]));
        worst = std::max(worst, differ(weighed(w, [&](int k) { return l.at[15 + k][x]; }), lower[x]));
    }
    CAPTURE(reach, width);
    CHECK(worst < 1e-6);
}

} // namespace

TEST_CASE("rows are weighed along and down, whatever the reach", "[kernel]")
{
    for (int reach = 0; reach <= 14; ++reach)
        for (int const width : {1, 8, 31, 65}) {
            check<husk::simd::best>(reach, width);
            check<husk::simd::scalar>(reach, width);
        }
}
