// SPDX-License-Identifier: MIT
#include "kernel/shorts_beside_colours.hpp"

#include <husk/kernel/turned_shorts.hpp>

using husk::detail::turned_shorts;

TEMPLATE_TEST_CASE("hue in 16 bits is within its bound of the formula", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (float const shift : {-.5f, -.4999f, -.3f, -.1f, -.03f, 0.f, 1e-4f, .07f, .1f, .25f, 1 / 3.f, .5f}) {
        INFO(shift);
        double const sixths = 6 * double{shift};
        CHECK(shorts_beside_colours::farthest<TestType>(turned_shorts{shift}, [=](auto const& c) {
                  auto const value = std::max({c[0], c[1], c[2]});
                  auto const range = value - std::min({c[0], c[1], c[2]});
                  if (range == 0) return c;
                  auto const h = (value == c[0]   ? (c[1] - c[2]) / range
                                  : value == c[1] ? 2 + (c[2] - c[0]) / range
                                                  : 4 + (c[0] - c[1]) / range) +
                                 sixths;
                  auto const channel = [&](double n) { // "HSV to RGB alternative", Wikipedia
                      double const k = std::fmod(n + h + 12, 6);
                      return value - range * std::clamp(std::min(k, 4 - k), 0., 1.);
                  };
                  return shorts_beside_colours::colour{channel(5), channel(3), channel(1)};
              }) <= .5 + turned_shorts::within);
    }
}

TEST_CASE("no turn and a whole third of one change no level", "[kernel]")
{
    using husk::simd::best;
    CHECK(shorts_beside_colours::farthest<best>(turned_shorts{0}, [](auto c) { return c; }) == 0);
    auto const third = [](auto c) { return shorts_beside_colours::colour{c[2], c[0], c[1]}; };
    CHECK(shorts_beside_colours::farthest<best>(turned_shorts{1 / 3.f}, third) == 0);
}
