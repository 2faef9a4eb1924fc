// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/solarize.hpp>

using support::contains;

TEST_CASE("solarize inverts what is bright", "[transform]")
{
    for (float const t : {0.f, .3f, .5f, 1.f})
        colours::check(husk::solarize::kernel{t},
                       colours::each([t](double c) { return static_cast<float>(c) >= t ? 1 - c : c; }));
    CHECK(colours::one(husk::solarize::kernel{.5f}, {.5f, .49f, .75f}) == std::array{.5f, .49f, .25f});
}

TEST_CASE("solarize at .5 is Pillow's at 128", "[transform]")
{
    husk::image<std::uint8_t> all({256, 1}, 1);
    for (int i = 0; i < 256; ++i) all.view()(i, 0, 0) = static_cast<std::uint8_t>(i);
    auto const out = husk::apply(husk::solarize{}, husk::key{}, all);
    for (int i = 0; i < 256; ++i) CHECK(out.view()(i, 0, 0) == (i < 128 ? i : 255 - i));
}

TEST_CASE("solarize refuses thresholds that are no colours", "[transform]")
{
    CHECK(contains(colours::refusal(husk::solarize{-.5f}), "solarize.threshold is -0.5"));
    CHECK(contains(colours::refusal(husk::solarize{colours::nan}), "solarize.threshold is nan"));
    CHECK(colours::drawn(husk::solarize{.25f}).describe() == "solarize{0.25}");
}
