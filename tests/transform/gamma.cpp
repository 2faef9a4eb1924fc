// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/gamma.hpp>

using support::contains;

TEST_CASE("gamma raises colours to a power", "[transform]")
{
    for (double const f : {0., .125, 1., 2.25, 8.})
        colours::check(husk::gamma::kernel{static_cast<float>(f)},
                       colours::each([f](double c) { return std::pow(c, f); }));
    CHECK(colours::one(husk::gamma::kernel{.5f}, {colours::nan, 2, -1}) == std::array{0.f, 1.f, 0.f});
}

TEST_CASE("gamma draws its factor uniformly, and refuses impossible ones", "[transform]")
{
    husk::gamma const t{.factor = {.5f, 2}};
    CHECK(colours::uniform(.5, 2, [&](auto i) { return colours::drawn(t, i).factor; }));
    CHECK(colours::drawn(husk::gamma{{.5f, .5f}}).describe() == "gamma{0.5}");
    CHECK(contains(colours::refusal(husk::gamma{{-1, 1}}), "gamma.factor is [-1, 1]"));
    CHECK(contains(colours::refusal(husk::gamma{{1, 9}}), "must lie in [0, 8]"));
    CHECK(contains(colours::refusal(husk::gamma{{1, colours::nan}}), "gamma.factor is [1, nan]"));
}
