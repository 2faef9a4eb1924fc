// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/brightness.hpp>

using support::contains;

TEST_CASE("brightness multiplies and clamps", "[transform]")
{
    for (float const f : {0.f, .2f, 1.f, 1.7f})
        colours::check(husk::brightness::kernel{f},
                       colours::each([f](double c) { return colours::unit(c * f); }));
    husk::brightness::kernel const one{1};
    CHECK(colours::one(one, {.1f, .2f, 1.f}) == std::array{.1f, .2f, 1.f});
    CHECK(colours::one(one, {colours::nan, colours::infinity, -1}) == std::array{0.f, 1.f, 0.f});
}

TEST_CASE("brightness is the same where colours are known not to be negative", "[transform]")
{
    for (float const f : {0.f, .2f, 1.f, 1.7f, 1000.f})
        CHECK(colours::same_within_bounds(husk::brightness::kernel{f}));
}

TEST_CASE("brightness draws its factor uniformly", "[transform]")
{
    husk::brightness const t{.factor = {.5f, 2}};
    CHECK(colours::uniform(.5, 2, [&](auto i) { return colours::drawn(t, i).factor; }));
    CHECK(colours::drawn(husk::brightness{{.5f, .5f}}).describe() == "brightness{0.5}");
}

TEST_CASE("brightness refuses impossible factors", "[transform]")
{
    using husk::brightness;
    CHECK(contains(colours::refusal(brightness{{-.1f, 1}}), "brightness.factor is [-0.100000001, 1]"));
    CHECK(contains(colours::refusal(brightness{{2, 1}}), "low must not exceed high"));
    CHECK(contains(colours::refusal(brightness{{colours::nan, 1}}), "brightness.factor is [nan, 1]"));
    CHECK(contains(colours::refusal(brightness{{1, colours::infinity}}), "must lie in [0, 1000]"));
}
