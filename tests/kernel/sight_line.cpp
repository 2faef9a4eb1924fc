// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/sight_line.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>

using husk::detail::spots;

namespace {

template <int N, bool Even>
void compare(husk::matrix3 const& m, double back)
{
    spots s{};
    for (int y = 0; y < 100; y += 33)
        for (int x = 0; x < 100; x += spots::count) {
            husk::detail::sight_line<husk::simd::best, N, Even>{m, y, {90, 80}}.find(x, s);
            for (std::size_t i = 0; i < spots::count; ++i) {
                double const u = x + static_cast<double>(i) + .5, v = y + .5;
                double const w = m[6] * u + m[7] * v + m[8];
                double const left = (m[0] * u + m[1] * v + m[2]) / w - back,
                             top = (m[3] * u + m[4] * v + m[5]) / w - back;
                REQUIRE(std::abs(s.left[i] + double{s.right_of[i]} + (N == 1 ? .5 : 0) - left) <=
                        (N == 1 ? .5001 : 1e-4));
                REQUIRE(std::abs(s.top[i] + double{s.below[i]} + (N == 1 ? .5 : 0) - top) <=
                        (N == 1 ? .5001 : 1e-4));
            }
        }
}

} // namespace

TEST_CASE("a line of sight is the map of the middles, back to the first pixel of a filter", "[kernel]")
{
    husk::matrix3 const turned{.9, .3, 1, -.3, .9, 4, 0, 0, 1}, tilted{.9, .3, 1, -.3, .9, 4, 1e-3, -2e-3, 1};
    CHECK(husk::detail::is_even<void>(turned));
    CHECK_FALSE(husk::detail::is_even<void>(tilted));
    CHECK_FALSE(husk::detail::is_even<void>({1, 0, 0, 0, 1, 0, 0, 0, 2}));
    compare<1, true>(turned, 0);
    compare<2, true>(turned, .5);
    compare<4, true>(turned, 1.5);
    compare<1, false>(tilted, 0);
    compare<2, false>(tilted, .5);
    compare<4, false>(tilted, 1.5);
}

TEST_CASE("without perspective, both ways find the same places", "[kernel]")
{
    husk::matrix3 const turned{.9, .3, 1, -.3, .9, 4, 0, 0, 1};
    spots a{}, b{};
    husk::detail::sight_line<husk::simd::best, 2, true>{turned, 7, {90, 80}}.find(32, a);
    husk::detail::sight_line<husk::simd::best, 2, false>{turned, 7, {90, 80}}.find(32, b);
    CHECK(a.left == b.left);
    CHECK(a.top == b.top);
    CHECK(a.right_of == b.right_of);
    CHECK(a.below == b.below);
}
