// SPDX-License-Identifier: MIT
#include "kernel/shorts_beside_colours.hpp"

#include <husk/kernel/saturated_shorts.hpp>

using husk::detail::saturated_shorts;

TEMPLATE_TEST_CASE("saturation in 16 bits is within its bound of the formula", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (float const f : {0.f, .1f, .4999f, .6f, .77f, .9f, 1.f, 1.1f, 1.23f, 1.4f, 1.8f, 2.f}) {
        INFO(f);
        double const factor{f};
        CHECK(shorts_beside_colours::farthest<TestType>(saturated_shorts{f}, [=](auto c) {
                  double const luma = .2989 * c[0] + .587 * c[1] + .114 * c[2];
                  for (auto& v : c) v = factor * v + (1 - factor) * luma;
                  return c;
              }) <= .5 + saturated_shorts::within);
    }
}

TEST_CASE("a factor of one changes no level", "[kernel]")
{
    CHECK(shorts_beside_colours::farthest<husk::simd::best>(saturated_shorts{1}, [](auto c) { return c; }) ==
          0);
}
