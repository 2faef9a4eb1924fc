// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/level_changes.hpp"

#include <husk/transform/brightness.hpp>
#include <husk/transform/brightness_shift.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/invert.hpp>

using husk::detail::level_line;

TEMPLATE_TEST_CASE("bytes changed along lines are bytes changed as colours", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    support::lines_found found;
    auto const check = [&](auto const&... k) {
        support::look_for_line<level_line<TestType>, TestType>(found, k...);
    };
    for (float f = 0; f < 4; f += .0137f) {
        check(husk::brightness::kernel{f});
        check(husk::contrast::about{f, {.1f * (1 - f), .5f * (1 - f), .9f * (1 - f)}});
        check(husk::brightness_shift::kernel{f / 2 - 1}, husk::invert::kernel{});
    }
    CHECK(found.lines > found.all * 9 / 10);
}

TEST_CASE("what lies on no line is not taken for one", "[kernel]")
{
    support::lines_found found;
    support::look_for_line<level_line<husk::simd::best>, husk::simd::best>(found, support::one_level_off{});
    CHECK((found.all == 1 && found.lines == 0));
}
