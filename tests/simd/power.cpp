// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/power.hpp>

#include <cmath>
#include <cstring>

namespace {

using husk::simd::best, husk::simd::scalar;

template <class Arch>
auto power(float x, float y) -> float
{
    float out[16];
    husk::simd::power(husk::simd::real<Arch>(x), y).store(out);
    return out[0];
}

} // namespace

TEST_CASE("powers are right within a millionth, and the same in registers", "[simd]")
{
    double worst = 0;
    int different = 0;
    for (float const y : {.01f, .1f, .45f, 1.f, 1.4f, 2.2f, 5.f, 7.9f, 8.f})
        for (int i = 1; i <= 3000; ++i) {
            // Evenly spread, and close to 0.
            float const x = i <= 2000 ? static_cast<float>(i) / 2000
                                      : std::ldexp(1.f + static_cast<float>(i % 7) / 7, -(i % 126) - 1);
            float const p = power<scalar>(x, y), q = power<best>(x, y);
            different += std::memcmp(&p, &q, sizeof p) != 0;
            double const want = std::pow(static_cast<double>(x), static_cast<double>(y));
            if (want > 1e-37) worst = std::max(worst, std::abs(static_cast<double>(p) / want - 1));
            else CHECK(p <= 1.0001e-37f);
        }
    INFO("worst " << worst);
    CHECK(worst < 1e-6);
    CHECK(different == 0);
}

TEMPLATE_TEST_CASE("the ends are exact", "[simd]", scalar, best)
{
    for (float const y : {.01f, .5f, 1.f, 3.3f, 8.f}) {
        CHECK(power<TestType>(1, y) == 1);
        CHECK(power<TestType>(0, y) == 0);
    }
    for (float const x : {0.f, 1e-6f, .3f, 1.f}) CHECK(power<TestType>(x, 0) == 1);
}
