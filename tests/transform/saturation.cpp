// SPDX-License-Identifier: MIT
#include "transform/hsv.hpp"

#include <husk/transform/saturation.hpp>

using support::contains;

TEST_CASE("saturation moves colours from their luma or towards it", "[transform]")
{
    for (double const f : {0., .5, 1., 1.75})
        colours::check(husk::saturation::kernel{static_cast<float>(f), false},
                       colours::coloured([f](colours::colour p) {
                           double const grey = colours::luma(p);
                           for (auto& c : p) c = colours::unit(f * c + (1 - f) * grey);
                           return p;
                       }));
}

TEST_CASE("saturation in HSV multiplies S", "[transform]")
{
    for (double const f : {0., .5, 1., 1.75, 100.})
        colours::check(husk::saturation::kernel{static_cast<float>(f), true},
                       colours::coloured([f](colours::colour const& p) {
                           auto const [h, s, v] = colours::to_hsv(p);
                           return colours::from_hsv({h, std::min(1., s * f), v});
                       }),
                       f > 2 ? 1e-5 : 2e-6); // the factor also multiplies what was rounded
    husk::saturation::kernel const grey{0, true};
    CHECK(colours::one(grey, {.25f, .5f, .125f}) == std::array{.5f, .5f, .5f});
}

TEST_CASE("saturation makes no NaN of one", "[transform]")
{
    for (bool const hsv : {false, true})
        for (float const c : colours::one(husk::saturation::kernel{.5f, hsv}, {.3f, colours::nan, 1.f}))
            CHECK((c >= 0 && c <= 1));
}

TEST_CASE("saturation is the same where colours are known not to be negative", "[transform]")
{
    for (float const f : {0.f, .2f, .6f, .999999f, 1.f})
        CHECK(colours::same_within_bounds(husk::saturation::kernel{f, false}));
    for (auto const& k : {husk::saturation::kernel{1.01f, false}, husk::saturation::kernel{.5f, true}})
        CHECK_FALSE(k.within_bounds<husk::simd::best>());
}

TEST_CASE("saturation draws its factor uniformly, and refuses impossible ones", "[transform]")
{
    husk::saturation const t{.factor = {.8f, 1.2f}};
    CHECK(colours::uniform(.8, 1.2, [&](auto i) { return colours::drawn(t, i).factor; }));
    CHECK(colours::drawn(husk::saturation{{.5f, .5f}, true}).describe() == "saturation{0.5, in HSV}");
    CHECK(contains(colours::refusal(husk::saturation{{-1, 1}}), "saturation.factor is [-1, 1]"));
    CHECK(contains(colours::refusal(husk::saturation{{colours::nan, 1}}), "saturation.factor is [nan, 1]"));
}
