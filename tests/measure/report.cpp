// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/report.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>

using namespace husk;
using pictures::complains_about;

namespace {

sliced_wasserstein_options const few{.projections = 16};

/// Smooth parts, edges and fine grain: what a texture test must tell from a blur.
auto photograph() -> pictures::picture
{
    return pictures::paint({96, 96}, 3, [](int x, int y, int c) {
        auto const coarse = pictures::grain(x / 12, y / 12, c) % 120;
        return 20 + static_cast<int>(coarse + pictures::grain(x, y, c) % 90);
    });
}

struct negative {
    pictures::picture pixels;
    coordinate_map map;
};

auto patches_of(measured source, std::uint64_t index) -> negative
{
    auto const drawn = draw(patch_negative{.side = {24, 24}}, key{.index = index}, source.size);
    negative n{pictures::picture(drawn.size(), source.channels), {}};
    workspace memory;
    n.map = trace(drawn, source, n.pixels.view(), memory);
    return n;
}

} // namespace

TEST_CASE("a report holds what the single measures say", "[measure]")
{
    auto const p = photograph();
    measured const source = p.view();
    auto const n = patches_of(source, 0);
    measured const out = n.pixels.view();
    auto const r = report_on(source, out, n.map, {.block = 20, .sliced_wasserstein = few});
    CHECK(r.sliced_wasserstein == sliced_wasserstein(source, out, few));
    CHECK(r.power_spectrum == power_spectrum_distance(source, out));
    CHECK(r.repetition == repetition(source, out, 20));
    CHECK(r.layout == layout_correlation(source, out));
    CHECK(r.seam_ratio == seam_ratio(out, n.map));
    CHECK(r.exemplars == coverage_of(n.map, rect{{}, source.size}));
    CHECK(r.copied == copying_of(n.map));
}

TEST_CASE("exemplars are windows of the source", "[measure]")
{
    auto const p = photograph();
    measured const source = p.view();
    std::vector<rect> const windows{{{20, 10}, {40, 40}}, {{5, 50}, {40, 40}}};
    auto const n = coordinate_map::identity({40, 40});
    auto map = n;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x) map(x, y) = {1, x + 5, y + 50};
    auto const copy = source.crop(windows[1]);
    auto const r = report_on(source, windows, copy, map, {.sliced_wasserstein = few});
    std::vector<measured> const exemplars{source.crop(windows[0]), copy};
    CHECK(r.sliced_wasserstein == sliced_wasserstein(exemplars, copy, few));
    CHECK(r.power_spectrum == power_spectrum_distance(exemplars, copy));
    CHECK(r.exemplars.used == .5);
    CHECK(r.seam_ratio == 0);
    CHECK(r.copied == copying{1, 1});
    std::vector<rect> const outside{{{60, 60}, {40, 40}}}, empty{{{0, 0}, {0, 40}}};
    CHECK(complains_about("window is 40x40 at (60, 60)", [&] { report_on(source, outside, copy, map); }));
    CHECK(complains_about("window", [&] { report_on(source, empty, copy, map); }));
    CHECK(complains_about("exemplars", [&] { report_on(source, std::span<rect const>{}, copy, map); }));
    CHECK(complains_about("source.data", [&] { report_on({}, copy, map); }));
}

TEST_CASE("a strong blur fails the texture test and the identity the layout test, and patches pass both",
          "[measure]")
{
    auto const p = photograph();
    measured const source = p.view();
    constexpr double decibels = 10, layout = .25;
    auto const same = coordinate_map::identity(source.size);
    auto const blur =
        report_on(source, pictures::blurred(source, 4).view(), same, {.sliced_wasserstein = few});
    auto const identity = report_on(source, source, same, {.sliced_wasserstein = few});
    CHECK(blur.power_spectrum > decibels);
    CHECK(identity.layout > layout);
    CHECK(blur.layout > layout);
    double mean_layout = 0;
    constexpr int draws = 8;
    for (std::uint64_t i = 0; i < draws; ++i) {
        auto const n = patches_of(source, i);
        auto const r = report_on(source, n.pixels.view(), n.map, {.sliced_wasserstein = few});
        CHECK(r.power_spectrum < decibels);
        CHECK(r.sliced_wasserstein < blur.sliced_wasserstein);
        CHECK(r.copied.largest_component < .5);
        mean_layout += r.layout / draws;
    }
    CHECK(std::abs(mean_layout) < layout);
}

TEST_CASE("a report is one line", "[measure]")
{
    report r{.sliced_wasserstein = 5.126,
             .power_spectrum = 2,
             .repetition = -.05,
             .layout = .5,
             .seam_ratio = 1.5};
    r.exemplars = {.905, .5, 3.2, 14};
    r.copied = {.95, .0204};
    CHECK(to_string(r) == "SWD 5.13, PSD 2.00 dB, repetition -0.05, layout 0.50, seams 1.50, "
                          "used 90.5 % (effective 50.0 %), reuse 3.2 (largest 14), "
                          "coherent 95.0 % (largest piece 2.0 %)");
}
