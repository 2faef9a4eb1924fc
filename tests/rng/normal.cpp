// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/normal.hpp>

#include <algorithm>
#include <vector>

TEST_CASE("normal draws the normal distribution", "[rng]")
{
    husk::stream g(husk::key{.seed = 3});
    int const n = 20000;
    std::vector<double> all;
    double last = 0, neighbours = 0, mean = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
        auto const v = static_cast<double>(husk::normal(g));
        neighbours += v * last;
        mean += v / n, squares += v * v / n;
        all.push_back(last = v);
    }
    CHECK(std::abs(mean) < 5 / std::sqrt(n));
    CHECK(std::abs(squares - 1) < 5 * std::sqrt(2. / n));
    CHECK(std::abs(neighbours) < 5 * std::sqrt(n));
    // The largest distance between the distributions (Kolmogorov and Smirnov): one in a million is larger.
    std::sort(all.begin(), all.end());
    double worst = 0;
    for (int i = 0; i < n; ++i) {
        double const p = .5 * std::erfc(-all[static_cast<std::size_t>(i)] / std::sqrt(2.));
        worst = std::max({worst, (i + 1.) / n - p, p - 1. * i / n});
    }
    CHECK(worst < 2.7 / std::sqrt(n));
}

TEST_CASE("normal is a function of its stream", "[rng]")
{
    husk::stream a(husk::key{.index = 5}), b = a;
    CHECK(husk::normal(a) == husk::normal(b));
    CHECK(a == b);
}
