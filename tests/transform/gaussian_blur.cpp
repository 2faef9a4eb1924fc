// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/gaussian_blur.hpp>

#include <cmath>

using husk::blur_method, husk::border, husk::extent, husk::gaussian_blur;
using support::contains, support::message_of;

namespace {

/// A blur of this deviation exactly.
auto fixed(float sigma, int taps = 0, border b = border::reflect) -> gaussian_blur
{
    return {.sigma = {sigma, sigma}, .taps = taps, .border = b};
}

/// The oracle: exp(-x^2 / (2 sigma^2)), over the sum of all.
auto bell(double sigma, int taps) -> std::vector<double>
{
    std::vector<double> w;
    double sum = 0;
    for (int i = 0; i < taps; ++i) {
        double const x = (i - taps / 2) / sigma;
        w.push_back(std::exp(-x * x / 2));
        sum += w.back();
    }
    for (auto& v : w) v /= sum;
    return w;
}

template <class V>
auto blurred_at(V const& v, std::vector<double> const& w, border b, int x, int y, int c) -> double
{
    int const reach = static_cast<int>(w.size()) / 2;
    double sum = 0;
    for (int j = -reach; j <= reach; ++j)
        for (int i = -reach; i <= reach; ++i) {
            int const u = husk::place(x + i, v.size.width, b), t = husk::place(y + j, v.size.height, b);
            if (u >= 0 && t >= 0)
                sum += w[static_cast<std::size_t>(i + reach)] * w[static_cast<std::size_t>(j + reach)] *
                       static_cast<double>(v(u, t, c));
        }
    return sum;
}

template <class T, template <class> class L>
auto worst(gaussian_blur const& t, extent size, int channels, int taps) -> double
{
    husk::image<T, L> source(size, channels), target(size, channels);
    husk::stream g(husk::key{.seed = 3});
    double const top = std::integral<T> ? std::numeric_limits<T>::max() : 1;
    for (std::size_t i = 0; i < source.elements(); ++i)
        source.data()[i] = static_cast<T>(static_cast<double>(g.unit()) * top);
    husk::workspace memory;
    husk::apply(t, husk::key{}, source, target, memory);
    auto const w = bell(static_cast<double>(t.sigma.low), taps);
    double most = 0;
    for (int c = 0; c < std::min(channels, 3); ++c)
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                most = std::max(most, std::abs(static_cast<double>(target.view()(x, y, c)) -
                                               blurred_at(source.view(), w, t.border, x, y, c)) /
                                          top);
    if (channels == 4)
        for (int x = 0; x < size.width; ++x) CHECK(target.view()(x, 0, 3) == source.view()(x, 0, 3));
    return most;
}

/// One of Pillow's box passes over a line of levels, as its C code does it: 24-bit weights, rounded.
void box(std::vector<int>& line, float radius)
{
    auto const n = static_cast<int>(line.size());
    int const full = static_cast<int>(radius);
    auto const whole = static_cast<std::uint32_t>((1 << 24) / (radius * 2 + 1));
    auto const part = ((1u << 24) - static_cast<std::uint32_t>(full * 2 + 1) * whole) / 2;
    auto const old = line;
    auto const at = [&](int i) {
        return static_cast<std::uint32_t>(old[static_cast<std::size_t>(std::clamp(i, 0, n - 1))]);
    };
    for (int i = 0; i < n; ++i) {
        std::uint32_t sum = 0;
        for (int k = -full; k <= full; ++k) sum += at(i + k);
        sum = sum * whole + (at(i - full - 1) + at(i + full + 1)) * part;
        line[static_cast<std::size_t>(i)] = static_cast<int>((sum + (1 << 23)) >> 24);
    }
}

auto as_pillow(husk::image<std::uint8_t> const& source, float sigma) -> husk::image<std::uint8_t>
{
    auto const variance = static_cast<double>(sigma * sigma / 3);
    double const l = std::floor((std::sqrt(12 * variance + 1) - 1) / 2);
    auto const a = static_cast<float>((2 * l + 1) * (l * (l + 1) - 3 * variance)) /
                   static_cast<float>(6 * (variance - (l + 1) * (l + 1)));
    auto const radius = static_cast<float>(l) + a;
    auto result = source;
    auto const v = result.view();
    auto const pass = [&](int length, auto at) {
        std::vector<int> line;
        for (int i = 0; i < length; ++i) line.push_back(at(i));
        for (int n = 0; n < 3; ++n) box(line, radius);
        for (int i = 0; i < length; ++i) at(i) = static_cast<std::uint8_t>(line[static_cast<std::size_t>(i)]);
    };
    for (int c = 0; c < v.channels; ++c) {
        for (int y = 0; y < v.size.height; ++y)
            pass(v.size.width, [&](int x) -> std::uint8_t& { return v(x, y, c); });
        for (int x = 0; x < v.size.width; ++x)
            pass(v.size.height, [&](int y) -> std::uint8_t& { return v(x, y, c); });
    }
    return result;
}

/// Soft shapes with noise and hard edges.
auto scene(extent size) -> husk::image<std::uint8_t>
{
    husk::image<std::uint8_t> i(size);
    husk::stream g(husk::key{.seed = 8});
    auto const v = i.view();
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < 3; ++c) {
                int const shape = (x / 7 + y / 5 + c) % 3 == 0 ? 255 : 2 * x + y * (c + 1);
                v(x, y, c) = static_cast<std::uint8_t>(std::min(255, shape) ^ static_cast<int>(g.below(32)));
            }
    return i;
}

} // namespace

TEST_CASE("a blur is a Gaussian of 2 ceil(3 sigma) + 1 samples", "[transform]")
{
    for (auto const size : {extent{1, 1}, extent{2, 9}, extent{33, 20}}) {
        CHECK(worst<float, husk::planar>(fixed(.1f), size, 3, 3) < 1e-6);
        CHECK(worst<float, husk::packed>(fixed(1.1f), size, 1, 9) < 1e-6);
        CHECK(worst<float, husk::planar>(fixed(2), size, 4, 13) < 1e-6);
        CHECK(worst<std::uint16_t, husk::packed>(fixed(.7f), size, 3, 7) < .51 / 65535);
        CHECK(worst<std::uint8_t, husk::packed>(fixed(1.5f), size, 3, 11) < .52 / 255);
        CHECK(worst<std::uint8_t, husk::packed>(fixed(5), size, 1, 31) < .501 / 255);
        CHECK(worst<std::uint8_t, husk::planar>(fixed(5), size, 4, 31) < .501 / 255);
    }
}

TEST_CASE("a blur has as many taps as it is told, and any border", "[transform]")
{
    for (auto const b : {border::constant, border::edge, border::reflect})
        for (auto const size : {extent{1, 7}, extent{40, 25}}) {
            CHECK(worst<float, husk::planar>(fixed(.1f, 23, b), size, 3, 23) < 1e-6);
            CHECK(worst<float, husk::planar>(fixed(2, 23, b), size, 3, 23) < 1e-6);
            CHECK(worst<float, husk::planar>(fixed(3, 9, b), size, 3, 9) < 1e-6);
        }
}

TEST_CASE("a black border darkens the rim", "[transform]")
{
    husk::image<float> white({30, 30}, 1), target({30, 30}, 1);
    std::fill_n(white.data(), white.elements(), 1.f);
    husk::workspace memory;
    husk::apply(fixed(2, 23, border::constant), husk::key{}, white, target, memory);
    CHECK(target.view()(15, 15, 0) > .999f);
    CHECK(target.view()(0, 15, 0) < .61f);
    CHECK(target.view()(0, 0, 0) < .37f);
}

TEST_CASE("three boxes are Pillow's blur, bit for bit", "[transform]")
{
    for (float const sigma : {.1f, .5f, .9f, 1.3f, 2.f, 3.7f, 9.f})
        for (auto const size : {extent{1, 1}, extent{3, 2}, extent{41, 30}}) {
            auto const source = scene(size);
            gaussian_blur const t{.sigma = {sigma, sigma}, .method = blur_method::three_boxes};
            auto const result = husk::apply(t, husk::key{}, source);
            auto const expected = as_pillow(source, sigma);
            CAPTURE(sigma, to_string(size));
            CHECK(result == expected);
        }
}

TEST_CASE("no deviation, no blur, and masks are never blurred", "[transform]")
{
    auto const source = support::numbered({20, 10});
    CHECK(husk::apply(fixed(0), husk::key{}, source) == source);
    CHECK(husk::apply(fixed(1, 1), husk::key{}, source) == source);
    husk::image<std::uint8_t> target({20, 10});
    husk::workspace memory;
    husk::execute_mask(husk::draw(fixed(2), husk::key{}, {20, 10}), source, target, memory);
    CHECK(target == source);
}

TEST_CASE("a blur's deviation is uniform", "[transform]")
{
    double sum = 0;
    for (std::uint64_t i = 0; i < 3000; ++i) {
        husk::stream g(husk::key{.index = i});
        auto const k = gaussian_blur{}.draw(g, {9, 9});
        CHECK((k.sigma >= .1f && k.sigma <= 2.f));
        sum += static_cast<double>(k.sigma);
    }
    CHECK(std::abs(sum / 3000 - 1.05) < .05); // deviation 1.9 / sqrt(12 x 3000) = .01
}

TEST_CASE("a blur refuses what cannot be, and says what it is", "[transform]")
{
    auto const attempt = [](gaussian_blur const& t) {
        return message_of([&] { (void)husk::draw(t, husk::key{}, {9, 9}); });
    };
    CHECK(contains(attempt({.sigma = {-1, 2}}), "gaussian_blur.sigma"));
    CHECK(contains(attempt({.sigma = {2, 1}}), "gaussian_blur.sigma is [2, 1]"));
    CHECK(contains(attempt({.sigma = {0, std::nanf("")}}), "gaussian_blur.sigma"));
    CHECK(contains(attempt(fixed(1, 4)), "gaussian_blur.taps is 4"));
    CHECK(contains(attempt(fixed(1, -1)), "gaussian_blur.taps is -1"));
    CHECK(contains(attempt({.taps = 9, .method = blur_method::three_boxes}), "gaussian_blur.taps is 9"));
    CHECK(husk::draw(fixed(1.5f, 23, border::constant), husk::key{}, {9, 9}).describe() ==
          "gaussian_blur{sigma 1.5, taps 23, black border}");
}
