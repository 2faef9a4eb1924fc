// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/power_spectrum.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

TEST_CASE("the power spectrum agrees with the implementation in numpy", "[measure]")
{
    radial_power const expected{37920.1219, 10070.2789, 1730.22865, 790.487571, 396.472378, 388.587288,
                                244.639796, 165.371497, 115.333549, 99.8300239, 52.678795,  49.6696809,
                                32.3069641, 36.8476132, 23.9921935, 26.963136,  17.6664972, 19.3692688,
                                15.4112084, 18.2938449, 15.8193124, 15.1932063, 16.4257346, 15.3639632};
    auto const p = pictures::scene({48, 48});
    auto const ours = power_spectrum(p.view());
    for (std::size_t i = 0; i < ours.size(); ++i)
        CHECK_THAT(ours[i], WithinAbs(expected[i], 1e-8 * expected[i]));
}

TEST_CASE("so does the distance of power spectra", "[measure]")
{
    using namespace pictures;
    auto const a = weave({48, 48}, 0), b = weave({64, 56}, 3), out = weave({64, 68}, 1);
    auto const s = scene({48, 48}), n = noise({48, 48}), large = scene({64, 64});
    CHECK_THAT(power_spectrum_distance(std::vector<measured>{a, b}, out.view()),
               WithinAbs(1.028536763, 1e-7));
    CHECK_THAT(power_spectrum_distance(s.view(), n.view()), WithinAbs(8.97912715, 1e-7));
    CHECK_THAT(power_spectrum_distance(std::vector<measured>{s, a}, large.view()),
               WithinAbs(4.745243068, 1e-7));
}

TEST_CASE("half the contrast is six decibels, and brightness is none", "[measure]")
{
    auto const p = pictures::noise({64, 64});
    measured const v = p.view();
    auto const even = pictures::paint(v.size, 3, [&](int x, int y, int c) { return v(x, y, c) & ~3; });
    auto const half =
        pictures::paint(v.size, 3, [&](int x, int y, int c) { return even.view()(x, y, c) / 2; });
    auto const bright =
        pictures::paint(v.size, 3, [&](int x, int y, int c) { return half.view()(x, y, c) + 99; });
    CHECK(power_spectrum_distance(v, v) == 0);
    CHECK_THAT(power_spectrum_distance(even.view(), half.view()), WithinAbs(20 * std::log10(2.), 1e-6));
    CHECK_THAT(power_spectrum_distance(half.view(), bright.view()), WithinAbs(0, 1e-9));
}

TEST_CASE("a wave stands in the ring of its frequency", "[measure]")
{
    // 16 waves in 64 pixels: a quarter of a cycle a pixel, in ring 12 of 24 (.24 to .26).
    auto const p = pictures::paint({64, 64}, 1, [](int x, int, int) { return x % 4 < 2 ? 60 : 190; });
    auto const power = power_spectrum(p.view());
    for (std::size_t i = 0; i < power.size(); ++i)
        if (i < 10 || i > 12) CHECK(power[i] * 100 < power[11]);
    CHECK(power[10] < power[11]); // what the window spreads
    CHECK(power[12] < power[11]);
}

TEST_CASE("rings begin at .02, end below .5, and are exact on their borders", "[measure]")
{
    CHECK(detail::ring_of(0, 0, 100) == 0);
    CHECK(detail::ring_of(1, 0, 100) == 0);
    CHECK(detail::ring_of(2, 0, 100) == 1);
    CHECK(detail::ring_of(0, 4, 100) == 2);
    CHECK(detail::ring_of(3, 4, 50) == 5);
    CHECK(detail::ring_of(49, 0, 100) == 24);
    CHECK(detail::ring_of(50, 0, 100) == 25);
    CHECK(detail::ring_of(50, 50, 100) == 25);
}

TEST_CASE("the power spectrum rejects what it cannot measure", "[measure]")
{
    auto const p = pictures::noise({32, 33});
    measured const good = p.view();
    auto const small = good.crop({{}, {32, 31}});
    CHECK(complains_about("image.size is 32x31", [&] { power_spectrum(small); }));
    CHECK(complains_about("image.data", [&] { power_spectrum({}); }));
    CHECK(complains_about("output.size", [&] { power_spectrum_distance(good, small); }));
    CHECK(complains_about("exemplar.size", [&] { power_spectrum_distance(small, good); }));
    CHECK(pictures::complaint([&] { power_spectrum_distance(good, good); }).empty());
}
