// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/transform/mixup.hpp>

#include <cmath>

using husk::mixup;
using support::contains, support::message_of;

TEST_CASE("mixup's lambda has the variance of its alpha", "[transform]")
{
    for (float const alpha : {.2f, 1.f, 8.f}) {
        double sum = 0, squares = 0;
        constexpr int count = 4000;
        for (std::uint64_t i = 0; i < count; ++i) {
            husk::stream g(husk::key{.index = i});
            auto const v = static_cast<double>(mixup{.alpha = alpha}.draw(g, {9, 9}).lambda) - .5;
            sum += v, squares += v * v;
        }
        double const variance = 1 / (4 * (2 * static_cast<double>(alpha) + 1));
        CHECK(std::abs(sum / count) < 5 * std::sqrt(variance / count));
        CHECK(std::abs(squares / count / variance - 1) < 5 * std::sqrt(2. / count));
    }
}

TEST_CASE("mixup refuses impossible shapes", "[transform]")
{
    auto const attempt = [](float alpha) {
        husk::stream g(husk::key{});
        return message_of([&] { (void)mixup{.alpha = alpha}.draw(g, {9, 9}); });
    };
    CHECK(contains(attempt(0), "mixup.alpha is 0"));
    CHECK(contains(attempt(std::nanf("")), "mixup.alpha is nan"));
    CHECK(contains(attempt(1e9f), "mixup.alpha is 1e+09"));
    CHECK(mixup::kernel{.25f}.describe() == "mixup{lambda 0.25}");
}
