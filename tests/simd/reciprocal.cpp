// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/reciprocal.hpp>

#include <bit>
#include <cmath>

namespace {

using arch = husk::simd::best;
using husk::simd::reciprocal;

auto some_float(husk::stream& g) -> float { return std::bit_cast<float>(0x3f800000u + (g.bits() >> 9)); }

/// a / n by a product with a reciprocal.
template <class Arch = arch>
auto quotient(float a, float n) -> float
{
    float lanes[16];
    husk::simd::real<Arch> const numbers(a);
    if constexpr (husk::simd::has_reciprocals<Arch>) (numbers * reciprocal::of<Arch>(n)).store(lanes);
    else (numbers / husk::simd::real<Arch>(n)).store(lanes);
    return lanes[0];
}

} // namespace

TEST_CASE("a reciprocal has the bits of two floats", "[simd]")
{
    husk::stream g(husk::key{.seed = 8});
    for (int i = 0; i < 1000; ++i) {
        auto const n = some_float(g);
        auto const r = reciprocal::of<arch>(n);
        CHECK(r.high == 1 / n);
        CHECK(std::abs((double{r.high} + double{r.low}) * double{n} - 1) <= 0x1p-47);
    }
}

TEST_CASE("products with a reciprocal are quotients, but for the last bit of few", "[simd]")
{
    husk::stream g(husk::key{.seed = 9});
    int odd = 0;
    for (int i = 0; i < 20000; ++i) {
        auto const a = some_float(g), n = some_float(g), fast = quotient(a, n), slow = a / n;
        odd += fast != slow;
        CHECK(std::abs(std::bit_cast<std::int32_t>(fast) - std::bit_cast<std::int32_t>(slow)) <= 1);
    }
    CHECK(odd <= 2);
    CHECK(std::bit_cast<std::uint32_t>(quotient(0, .3f)) == 0);
}
