// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/beta.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

constexpr int count = 20000;

auto drawn(float shape) -> std::vector<double>
{
    std::vector<double> all;
    husk::stream g(husk::key{.seed = 11});
    for (int i = 0; i < count; ++i) all.push_back(static_cast<double>(husk::beta(g, shape)));
    return all;
}

/// The largest distance of the sample's lower half from a distribution, in units of Kolmogorov and Smirnov.
/// Of small shapes, one number in a hundred is so close to 1 that it rounds to it.
template <class F>
auto apart(std::vector<double> v, F below) -> double
{
    std::sort(v.begin(), v.end());
    double most = 0;
    for (std::size_t i = 0; i < v.size() && v[i] <= .5; ++i) {
        double const f = below(v[i]), n = static_cast<double>(v.size()), at = static_cast<double>(i);
        most = std::max({most, std::abs(f - at / n), std::abs(f - (at + 1) / n)});
    }
    return most * std::sqrt(static_cast<double>(v.size()));
}

/// The distribution function of both shapes a, by integrating the density of t = x^a up to a half, where it
/// has no pole.
auto beta_below(double x, double a) -> double
{
    if (x > .5) return 1 - beta_below(1 - x, a);
    double const scale = std::exp(std::lgamma(2 * a) - 2 * std::lgamma(a)) / a;
    constexpr int steps = 64;
    double const end = std::pow(x, a), h = end / steps;
    double sum = 0;
    for (int i = 0; i <= steps; ++i)
        sum += std::pow(1 - std::pow(i * h, 1 / a), a - 1) * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
    return scale * sum * h / 3;
}

} // namespace

TEST_CASE("beta numbers have the mean and the variance of their shape", "[rng]")
{
    for (float const shape : {.01f, .2f, .4f, 1.f, 2.5f, 30.f}) {
        double sum = 0, squares = 0;
        for (double const v : drawn(shape)) {
            CHECK((v >= 0 && v <= 1));
            sum += v, squares += (v - .5) * (v - .5);
        }
        double const variance = 1 / (4 * (2 * static_cast<double>(shape) + 1));
        CAPTURE(shape);
        CHECK(std::abs(sum / count - .5) < 5 * std::sqrt(variance / count));
        CHECK(std::abs(squares / count - variance) < 5 * variance * std::sqrt(2. / count));
    }
}

TEST_CASE("beta numbers have the right quantiles", "[rng]")
{
    // 1.95 is exceeded once in a thousand.
    for (float const shape : {.2f, .7f, 1.f})
        CHECK(apart(drawn(shape), [shape](double x) { return beta_below(x, static_cast<double>(shape)); }) <
              1.95);
    CHECK(apart(drawn(1), [](double x) { return x; }) < 1.95);
    CHECK(apart(drawn(2), [](double x) { return x * x * (3 - 2 * x); }) < 1.95);
    CHECK(apart(drawn(.5f), [](double x) { return 2 / 3.14159265358979 * std::asin(std::sqrt(x)); }) < 1.95);
}

TEST_CASE("the same stream, the same beta number", "[rng]")
{
    husk::stream a(husk::key{.seed = 1}), b(husk::key{.seed = 1});
    for (int i = 0; i < 100; ++i) CHECK(husk::beta(a, .2f) == husk::beta(b, .2f));
}
