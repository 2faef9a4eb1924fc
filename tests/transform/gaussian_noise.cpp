// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/gaussian_noise.hpp>

#include <cmath>

using husk::gaussian_noise;
using support::contains, support::message_of;

namespace {

template <class T, template <class> class L = husk::packed>
auto grey(husk::extent size, int channels, float level) -> husk::image<T, L>
{
    husk::image<T, L> i(size, channels);
    auto const top = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1.f;
    std::fill_n(i.data(), i.elements(), static_cast<T>(level * top));
    return i;
}

template <class T, template <class> class L>
void check(int channels)
{
    auto const source = grey<T, L>({67, 40}, channels, .5f);
    husk::image<T, L> target(source.size(), channels);
    husk::workspace memory;
    auto const plan =
        husk::draw(gaussian_noise{.sigma = {.1f, .1f}, .mean = .05f}, husk::key{}, source.size());
    husk::execute(plan, source, target, memory);
    gaussian_noise::kernel const k = std::get<0>(plan.steps);
    double const top = std::integral<T> ? std::numeric_limits<T>::max() : 1;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 67; ++x) {
            auto const n = k.noise.at<husk::simd::scalar>(x, y);
            for (int c = 0; c < channels; ++c) {
                auto const before = static_cast<double>(source.view()(x, y, c)) / top;
                auto const noise = static_cast<double>((c == 0 ? n.r : c == 1 ? n.g : n.b).value);
                auto const expected = c == 3 ? before : std::clamp(before + noise * .1 + .05, 0., 1.);
                CHECK(std::abs(static_cast<double>(target.view()(x, y, c)) / top - expected) <
                      (std::integral<T> ? .5001 / top + 1e-7 : 1e-6));
            }
        }
}

} // namespace

TEST_CASE("noise is added to colours, in every element and layout", "[transform]")
{
    check<float, husk::planar>(3);
    check<float, husk::packed>(1);
    check<std::uint16_t, husk::packed>(4);
    check<std::uint8_t, husk::planar>(3);
    check<std::uint8_t, husk::packed>(4);
}

TEST_CASE("noise stays within [0, 1], and none changes nothing", "[transform]")
{
    auto const source = grey<float>({65, 9}, 3, .5f);
    auto const wild = husk::apply(gaussian_noise{.sigma = {10, 10}}, husk::key{}, source);
    for (std::size_t i = 0; i < wild.elements(); ++i) CHECK((wild.data()[i] >= 0 && wild.data()[i] <= 1));
    CHECK(husk::apply(gaussian_noise{.sigma = {0, 0}}, husk::key{}, source) == source);
}

TEST_CASE("noise comes from the key", "[transform]")
{
    auto const source = grey<float>({32, 8}, 3, .5f);
    CHECK(husk::apply(gaussian_noise{}, husk::key{.index = 1}, source) ==
          husk::apply(gaussian_noise{}, husk::key{.index = 1}, source));
    CHECK_FALSE(husk::apply(gaussian_noise{}, husk::key{.index = 1}, source) ==
                husk::apply(gaussian_noise{}, husk::key{.index = 2}, source));
}

TEST_CASE("noise refuses what cannot be", "[transform]")
{
    auto const attempt = [](gaussian_noise const& t) {
        return message_of([&] { (void)husk::draw(t, husk::key{}, {9, 9}); });
    };
    CHECK(contains(attempt({.sigma = {-1, 2}}), "gaussian_noise.sigma is [-1, 2]"));
    CHECK(contains(attempt({.sigma = {1, 11}}), "gaussian_noise.sigma is [1, 11]"));
    CHECK(contains(attempt({.mean = 2}), "gaussian_noise.mean is 2"));
    CHECK(contains(attempt({.mean = std::nanf("")}), "gaussian_noise.mean is nan"));
    CHECK(husk::draw(gaussian_noise{.sigma = {.5f, .5f}}, husk::key{}, {9, 9}).describe() ==
          "gaussian_noise{sigma 0.5}");
}
