// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/contrast.hpp>
#include <husk/transform/invert.hpp>

using support::contains;

namespace {

auto about_luma(double f)
{
    return [f](colours::image& pixels, bool grey) {
        double mean = 0;
        for (auto const& p : pixels)
            mean += (grey ? p[0] : colours::luma(p)) / static_cast<double>(pixels.size());
        for (auto& p : pixels)
            for (auto& c : p) c = colours::unit(f * c + (1 - f) * mean);
    };
}

auto about_channels(double f)
{
    return [f](colours::image& pixels, bool) {
        for (std::size_t i = 0; i < 3; ++i) {
            double mean = 0;
            for (auto const& p : pixels) mean += p[i] / static_cast<double>(pixels.size());
            for (auto& p : pixels) p[i] = colours::unit(mean + f * (p[i] - mean));
        }
    };
}

} // namespace

TEST_CASE("contrast moves colours from the mean luma or towards it", "[transform]")
{
    for (float const f : {0.f, .3f, 1.f, 1.9f}) {
        colours::check(husk::contrast::kernel{f, false}, about_luma(static_cast<double>(f)), 3e-6);
        colours::check(husk::contrast::kernel{f, true}, about_channels(static_cast<double>(f)), 3e-6);
    }
}

TEST_CASE("contrast sees the image as the transforms before left it", "[transform]")
{
    husk::contrast const t{.factor = {.5f, .5f}};
    auto const source = support::numbered({37, 11});
    auto const inverted = husk::apply(husk::invert{}, husk::key{}, source);
    auto const p = husk::draw(husk::invert{} | t, husk::key{}, source.size());
    static_assert(decltype(p)::walks == 2 && decltype(husk::draw(t, husk::key{}, {}))::walks == 2);
    CHECK(husk::apply(husk::invert{} | t, husk::key{}, source) == husk::apply(t, husk::key{}, inverted));
}

TEST_CASE("a NaN changes the contrast of its neighbours no more than black does", "[transform]")
{
    husk::image<float> a({2, 1}, 3), b({2, 1}, 3);
    for (int c = 0; c < 3; ++c) {
        a.view()(0, 0, c) = colours::nan;
        b.view()(0, 0, c) = 0;
        a.view()(1, 0, c) = b.view()(1, 0, c) = .5f;
    }
    husk::contrast const t{.factor = {.5f, .5f}};
    auto const out = husk::apply(t, husk::key{}, a), expected = husk::apply(t, husk::key{}, b);
    CHECK(out.view()(1, 0, 1) == expected.view()(1, 0, 1));
    CHECK(out.view()(0, 0, 1) == 0);
}

TEST_CASE("contrast is the same where colours are known not to be negative", "[transform]")
{
    for (float const f : {0.f, .1f, .3f, .7f, 1.f})
        for (float const mean : {0.f, .1f, .7f, .9999f, 1.f}) {
            float const rest = static_cast<float>(double{1 - f} * double{mean});
            CHECK(colours::same_within_bounds(husk::contrast::about{f, {rest, rest / 2, 0}}));
        }
    using about = husk::contrast::about;
    CHECK_FALSE(about{1.5f, {-.2f, -.1f, 0}}.within_bounds<husk::simd::best>());
    CHECK_FALSE(about{.5f, {colours::nan, 0, 0}}.within_bounds<husk::simd::best>());
}

TEST_CASE("contrast draws its factor uniformly, and refuses impossible ones", "[transform]")
{
    husk::contrast const t{.factor = {0, 2}};
    CHECK(colours::uniform(0, 2, [&](auto i) { return colours::drawn(t, i).factor; }));
    CHECK(colours::drawn(husk::contrast{{.5f, .5f}, true}).describe() == "contrast{0.5, by channel}");
    CHECK(contains(colours::refusal(husk::contrast{{-1, 1}}), "contrast.factor is [-1, 1]"));
    CHECK(contains(colours::refusal(husk::contrast{{0, colours::nan}}), "contrast.factor is [0, nan]"));
}
