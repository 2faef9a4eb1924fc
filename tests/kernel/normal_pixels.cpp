// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/normal_pixels.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using husk::normal_pixels;

auto drawn(std::uint64_t index) -> normal_pixels
{
    husk::stream g(husk::key{.index = index});
    return normal_pixels::draw(g);
}

/// All numbers of an image, channel after channel.
template <class Arch>
auto all(normal_pixels const& n, int width, int height) -> std::vector<float>
{
    using V = husk::simd::real<Arch>;
    auto const area = static_cast<std::size_t>(width * height);
    std::vector<float> v(3 * area + 16);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; x += V::lanes) {
            auto const p = n.at<Arch>(x, y);
            auto* const to = v.data() + y * width + x;
            p.r.store(to), p.g.store(to + area), p.b.store(to + 2 * area);
        }
    v.resize(3 * area);
    return v;
}

auto covariance(float const* a, float const* b, std::size_t n) -> double
{
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum / static_cast<double>(n);
}

} // namespace

TEST_CASE("noise is the same on every instruction set, and follows from the place", "[kernel]")
{
    auto const n = drawn(1);
    auto const whole = all<husk::simd::best>(n, 64, 9);
    CHECK(whole == all<husk::simd::scalar>(n, 64, 9));
    CHECK(n.at<husk::simd::scalar>(13, 7).g.value == whole[64 * 9 + 7 * 64 + 13]);
    CHECK(whole != all<husk::simd::best>(drawn(2), 64, 9));
}

TEST_CASE("noise is Philox and Box and Muller", "[kernel]")
{
    auto const n = drawn(3);
    for (int i = 0; i < 2000; ++i) {
        auto const w = husk::philox4x32({static_cast<std::uint32_t>(i), 5, n.luck[2], n.luck[3]},
                                        {n.luck[0], n.luck[1]});
        auto const p = n.at<husk::simd::scalar>(i, 5);
        auto const radius = [](std::uint32_t word) {
            return std::sqrt(-2 * std::log(((word >> 1) + .5) / 0x1p31));
        };
        double const first = std::hypot(static_cast<double>(p.r.value), static_cast<double>(p.g.value));
        CHECK(std::abs(first - radius(w[0])) < 2e-6 * (1 + radius(w[0])));
        CHECK(std::abs(static_cast<double>(p.b.value)) < radius(w[2]) * 1.000001 + 1e-6);
    }
}

TEST_CASE("noise is normal: moments, tails and every quantile", "[kernel]")
{
    auto v = all<husk::simd::best>(drawn(4), 256, 256);
    auto const count = static_cast<double>(v.size()); // 196608
    double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
    for (float const f : v) {
        auto const x = static_cast<double>(f);
        m1 += x, m2 += x * x, m3 += x * x * x, m4 += x * x * x * x;
    }
    // Five deviations each: 1, sqrt(2), sqrt(15) and sqrt(96) over sqrt(count).
    double const unit = 5 / std::sqrt(count);
    CHECK(std::abs(m1 / count) < unit);
    CHECK(std::abs(m2 / count - 1) < unit * std::sqrt(2.));
    CHECK(std::abs(m3 / count) < unit * std::sqrt(15.));
    CHECK(std::abs(m4 / count - 3) < unit * std::sqrt(96.));
    std::sort(v.begin(), v.end());
    CHECK((v.front() < -4 && v.back() > 4 && v.front() > -6.8f && v.back() < 6.8f));
    double apart = 0; // Kolmogorov and Smirnov
    for (std::size_t i = 0; i < v.size(); ++i) {
        double const below = std::erfc(-static_cast<double>(v[i]) / std::sqrt(2.)) / 2;
        apart = std::max({apart, std::abs(below - static_cast<double>(i) / count),
                          std::abs(below - static_cast<double>(i + 1) / count)});
    }
    CHECK(apart * std::sqrt(count) < 1.95); // exceeded once in a thousand
}

TEST_CASE("neighbours, rows, channels and images have noise of their own", "[kernel]")
{
    auto const a = all<husk::simd::best>(drawn(5), 256, 256), b = all<husk::simd::best>(drawn(6), 256, 256);
    std::size_t const n = 256 * 255;
    double const unit = 5 / std::sqrt(static_cast<double>(n));
    CHECK(std::abs(covariance(a.data(), a.data() + 1, n)) < unit);
    CHECK(std::abs(covariance(a.data(), a.data() + 256, n)) < unit);
    for (std::size_t const c : {1u, 2u})
        CHECK(std::abs(covariance(a.data(), a.data() + c * 65536, n)) < unit);
    CHECK(std::abs(covariance(a.data() + 65536, a.data() + 2 * 65536, n)) < unit);
    CHECK(std::abs(covariance(a.data(), b.data(), n)) < unit);
    // Squares too: a pair shares its distance from the middle, which must not show.
    std::vector<float> squares(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) squares[i] = (a[i] * a[i] - 1) / 1.4142135f;
    CHECK(std::abs(covariance(squares.data(), squares.data() + 65536, n)) < unit);
    CHECK(std::abs(covariance(squares.data() + 65536, squares.data() + 2 * 65536, n)) < unit);
}
