// SPDX-License-Identifier: MIT
#include "transform/hsv.hpp"

#include <husk/transform/hue.hpp>

using support::contains;

namespace {

auto turned(float shift)
{
    return colours::coloured([shift](colours::colour const& p) {
        auto const [h, s, v] = colours::to_hsv(p);
        double const after = h + static_cast<double>(shift);
        return colours::from_hsv({after - std::floor(after), s, v});
    });
}

} // namespace

TEST_CASE("hue turns H and keeps S and V", "[transform]")
{
    for (float const shift : {-.5f, -.3f, -1 / 6.f, -.01f, 0.f, .1f, 1 / 6.f, .4f, .5f})
        colours::check(husk::hue::kernel{shift}, turned(shift), 2e-7); // the last bits of a float
}

TEST_CASE("a third of a turn takes red to green, and a NaN to a colour", "[transform]")
{
    auto const green = colours::one(husk::hue::kernel{1 / 3.f}, {1, 0, 0});
    CHECK((green[0] < 1e-6f && green[1] == 1 && green[2] < 1e-7f)); // as a float it is more than a third
    for (float const c : colours::one(husk::hue::kernel{.2f}, {.3f, colours::nan, 1.f}))
        CHECK((c >= 0 && c <= 1));
}

TEST_CASE("hue leaves greys, and colours that are not turned", "[transform]")
{
    CHECK(colours::one(husk::hue::kernel{.2f}, {.3f, .3f, .3f}) == std::array{.3f, .3f, .3f});
    CHECK(colours::one(husk::hue::kernel{0}, {.25f, .5f, .75f}) == std::array{.25f, .5f, .75f});
}

TEST_CASE("hue is the same where colours are known to lie in [0, 1]", "[transform]")
{
    for (float const shift : {-.5f, -.21f, -1 / 6.f, 0.f, .04f, .25f, 1 / 3.f, .5f})
        CHECK(colours::same_within_bounds(husk::hue::kernel{shift}, 1));
    // What a filter makes of white may be a bit more than 1.
    using V = husk::simd::real<husk::simd::scalar>;
    float const above = 1 + 0x1p-22f;
    for (float const shift : {-.5f, -.1f, .05f, .3f})
        for (float const low : {0.f, .3f, 1.f, above}) {
            auto const k = husk::hue::bounded::by<husk::simd::scalar>(shift);
            auto const p = k(husk::rgb<V>{low, above, 1.f});
            for (V const v : {p.r, p.g, p.b}) CHECK((v.value >= 0 && v.value <= 1));
        }
}

TEST_CASE("hue draws its shift uniformly, and refuses impossible ones", "[transform]")
{
    husk::hue const t{.shift = {-.1f, .5f}};
    CHECK(colours::uniform(-.1, .5, [&](auto i) { return colours::drawn(t, i).shift; }));
    CHECK(colours::drawn(husk::hue{{.5f, .5f}}).describe() == "hue{0.5}");
    CHECK(contains(colours::refusal(husk::hue{{-.6f, 0}}), "must lie in [-0.5, 0.5]"));
    CHECK(contains(colours::refusal(husk::hue{{0, colours::nan}}), "hue.shift is [0, nan]"));
}
