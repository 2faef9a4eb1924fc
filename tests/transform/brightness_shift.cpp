// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/brightness_shift.hpp>

using support::contains;

TEST_CASE("brightness_shift adds and clamps", "[transform]")
{
    for (float const s : {-1.f, -.3f, 0.f, .4f})
        colours::check(husk::brightness_shift::kernel{s},
                       colours::each([s](double c) { return colours::unit(c + static_cast<double>(s)); }));
    CHECK(colours::one(husk::brightness_shift::kernel{.5f}, {colours::nan, .25f, -1}) ==
          std::array{0.f, .75f, 0.f});
}

TEST_CASE("brightness_shift draws its shift uniformly, within [-1, 1]", "[transform]")
{
    husk::brightness_shift const t{.shift = {-.4f, .2f}};
    CHECK(colours::uniform(-.4, .2, [&](auto i) { return colours::drawn(t, i).shift; }));
    CHECK(colours::drawn(husk::brightness_shift{{.5f, .5f}}).describe() == "brightness_shift{0.5}");
    CHECK(contains(colours::refusal(husk::brightness_shift{{-2, 0}}), "brightness_shift.shift is [-2, 0]"));
    CHECK(contains(colours::refusal(husk::brightness_shift{{0, colours::nan}}), "shift is [0, nan]"));
}
