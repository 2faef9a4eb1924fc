// SPDX-License-Identifier: MIT
#include "kernel/shorts_beside_colours.hpp"

#include <husk/kernel/mixed_shorts.hpp>

#include <limits>

using husk::detail::mixed_shorts;
using rows = std::array<mixed_shorts::row, 3>;

TEMPLATE_TEST_CASE("a matrix in 16 bits is within its bound of the formula", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    rows const all[]{{{{.393f, .769f, .189f, 0}, {.349f, .686f, .168f, -.1f}, {-.3f, .5f, .1f, .2f}}},
                     {{{-1, 0, 0, 1}, {0, 1.7f, 0, -.3f}, {.3333f, .3333f, .3333f, 0}}},
                     {{{3.9998f, -3.9998f, .7f, 0}, {0, 0, -2.2f, 2.1f}, {1.1f, 2.3f, -3.3f, .01f}}},
                     {{{0, 0, 0, 16}, {0, 0, 0, -16}, {.99f, .001f, 0, 0}}}};
    for (auto const& m : all) {
        auto const k = mixed_shorts::of(m);
        REQUIRE(k);
        CHECK(shorts_beside_colours::farthest<TestType>(*k, [&](auto const& c) {
                  shorts_beside_colours::colour out{};
                  for (std::size_t i = 0; i < 3; ++i) {
                      out[i] = 255 * double{m[i][3]};
                      for (std::size_t j = 0; j < 3; ++j) out[i] += double{m[i][j]} * c[j];
                  }
                  return out;
              }) <= .5 + mixed_shorts::within);
    }
}

TEST_CASE("a matrix of whole numbers moves levels as they are", "[kernel]")
{
    auto const k = mixed_shorts::of({{{0, 0, 1, 0}, {1, 0, 0, 0}, {0, -1, 0, 1}}});
    REQUIRE(k);
    CHECK(shorts_beside_colours::farthest<husk::simd::best>(*k, [](auto c) {
              return shorts_beside_colours::colour{c[2], c[0], 255 - c[1]};
          }) == 0);
}

TEST_CASE("a matrix that 16 bits do not hold is left to others", "[kernel]")
{
    auto constexpr nan = std::numeric_limits<float>::quiet_NaN();
    rows const one{{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}}};
    CHECK(mixed_shorts::of(one));
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t i = 0; i < 4; ++i)
            for (float const v : {i < 3 ? 4.f : 16.01f, i < 3 ? -4.f : -16.01f, nan}) {
                auto m = one;
                m[c][i] = v;
                CHECK(!mixed_shorts::of(m));
            }
}
