// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/core/interval.hpp>

#include <limits>

using husk::interval;
using support::contains, support::message_of;

TEST_CASE("intervals upside down, out of bounds or with NaN are named", "[core]")
{
    auto const check = [](interval<float> i) {
        return message_of([&] { husk::detail::require_interval("sigma", i, {0.f, 2.f}); });
    };
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(check({0, 2}).empty());
    CHECK(check({1, 1}).empty());
    CHECK(contains(check({2, 1}), "sigma is [2, 1]"));
    CHECK(contains(check({0, 2.5f}), "[0, 2.5]"));
    CHECK(contains(check({-1, 1}), "must lie in [0, 2]"));
    CHECK(!check({nan, 1}).empty());
    CHECK(!check({0, nan}).empty());
}

TEST_CASE("a probability lies in [0, 1]", "[core]")
{
    auto const check = [](float p) { return message_of([&] { husk::detail::require_probability("p", p); }); };
    CHECK(check(0).empty());
    CHECK(check(1).empty());
    CHECK(!check(-.001f).empty());
    CHECK(!check(1.001f).empty());
    CHECK(!check(std::numeric_limits<float>::quiet_NaN()).empty());
}
