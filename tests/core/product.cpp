// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/product.hpp>

#include <cmath>

using husk::detail::product;

namespace {

constexpr auto polynomial(double x) -> double { return product(product(.1, x) + .3, x) - .7; }

} // namespace

TEST_CASE("a product is rounded before it is added", "[core]")
{
    for (int i = 1; i < 200; ++i) {
        volatile double const hidden = 1 + i * 0x1p-40;
        double const a = hidden, b = hidden + 0x1p-50;
        volatile double const rounded = a * b;
        CHECK(product(a, b) - rounded == 0);
        CHECK(rounded - product(a, b) == 0);
        CHECK(-product(a, b) + rounded == 0);
        CHECK(product(a, b) - product(b, a) == 0);
    }
}

TEST_CASE("these products are inexact, or the test above would see nothing", "[core]")
{
    volatile double const a = 1 + 0x1p-40, b = a + 0x1p-50;
    volatile double const rounded = a * b;
    CHECK(std::fma(a, b, -rounded) != 0);
}

TEST_CASE("products are the same in constant expressions", "[core]")
{
    constexpr double at_compile_time = polynomial(.7);
    volatile double const x = .7;
    CHECK(polynomial(x) == at_compile_time);
}
