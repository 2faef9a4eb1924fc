// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/luma.hpp>

TEST_CASE("luma weighs red, green and blue", "[kernel]")
{
    using V = husk::simd::real<husk::simd::scalar>;
    auto const luma = [](float r, float g, float b) { return husk::luma(husk::rgb<V>{r, g, b}).value; };
    CHECK(luma(1, 0, 0) == .2989f);
    CHECK(luma(0, 1, 0) == .587f);
    CHECK(luma(0, 0, 1) == .114f);
    CHECK(std::abs(luma(1, 1, 1) - .9999f) < 1e-6f);
    CHECK(luma(0, 0, 0) == 0);
}
