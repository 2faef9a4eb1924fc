// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>
#include <husk/simd/divisor.hpp>

#include <bit>
#include <vector>

namespace {

using arch = husk::simd::best;
using V = husk::simd::real<arch>;
using husk::simd::divisor;

/// How many quotients of [1, 2), in steps of `step` of the last digit, differ from the division's.
auto wrong(float number, std::uint32_t step) -> int
{
    auto const d = divisor::of<arch>(number);
    int count = 0;
    std::vector<float> a(static_cast<std::size_t>(V::lanes)), fast(a.size());
    for (std::uint32_t m = 0; m < 1u << 23; m += step * static_cast<std::uint32_t>(V::lanes)) {
        for (std::uint32_t i = 0; i < a.size(); ++i) a[i] = std::bit_cast<float>(0x3f800000u + m + i * step);
        (V::load(a.data()) / d).store(fast.data());
        for (std::size_t i = 0; i < a.size(); ++i) count += fast[i] != a[i] / number;
    }
    return count;
}

} // namespace

TEST_CASE("quotients are a division's, for all numbers and the deviations that are published", "[simd]")
{
    for (float const d : {.229f, .224f, .225f, .2470f, .2435f, .2616f, .5f}) CHECK(wrong(d, 1) == 0);
}

TEST_CASE("quotients by any number are a division's", "[simd]")
{
    husk::stream g(husk::key{.seed = 6});
    for (int i = 0; i < 500; ++i)
        CHECK(
            wrong(std::bit_cast<float>(0x3f800000u + (i < 50 ? (1u << 23) - 1 - g.below(64) : g.bits() >> 9)),
                  1021) == 0);
    for (float const zero : {0.f, -0.f}) {
        float out[16];
        (V(zero) / divisor::of<arch>(.3f)).store(out);
        CHECK(out[0] == 0);
    }
    CHECK(divisor::fits<arch>(.2f));
    for (float const odd : {0.f, -.2f, 1e-30f, 1e30f}) CHECK_FALSE(divisor::fits<arch>(odd));
}
