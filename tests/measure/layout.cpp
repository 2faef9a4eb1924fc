// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/layout.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

namespace {

/// A negative passes when no more than this of the layout is left.
constexpr double layout_limit = .25;

} // namespace

TEST_CASE("the identity fails the layout test, and so does a blur", "[measure]")
{
    auto const channels = GENERATE(1, 3, 4);
    auto const p = pictures::scene({64, 56}, channels);
    CHECK_THAT(layout_correlation(p.view(), p.view()), WithinAbs(1, 1e-12));
    CHECK(layout_correlation(p.view(), pictures::blurred(p.view(), 4).view()) > .9);
    CHECK(layout_correlation(p.view(), p.view()) > layout_limit);
}

TEST_CASE("random tiles pass it on average", "[measure]")
{
    auto const p = pictures::scene({96, 96});
    double mean = 0;
    constexpr int draws = 32;
    for (int i = 0; i < draws; ++i) {
        auto const map = pictures::random_tiles(p.size(), {96, 96}, 16, i);
        mean += layout_correlation(p.view(), pictures::replayed(map, p.view()).view()) / draws;
    }
    CHECK(std::abs(mean) < layout_limit / 2);
}

TEST_CASE("neither size, contrast nor a common colour are layout", "[measure]")
{
    auto const colour = [](int x, int y, int c) { return (x + y) / 2 + 60 * c; };
    auto const p = pictures::paint({112, 112}, 3, colour);
    measured const v = p.view();
    auto const half =
        pictures::paint({56, 56}, 3, [&](int x, int y, int c) { return colour(2 * x, 2 * y, c); });
    auto const pale = pictures::paint(v.size, 3, [&](int x, int y, int c) { return v(x, y, c) / 4 + 100; });
    auto const dark = pictures::paint(v.size, 3, [&](int x, int y, int c) { return 255 - v(x, y, c); });
    auto const turned = pictures::paint(v.size, 3, [&](int x, int y, int c) { return v(111 - x, y, c); });
    CHECK_THAT(layout_correlation(v, half.view()), WithinAbs(1, 1e-4));
    CHECK_THAT(layout_correlation(v, pale.view()), WithinAbs(1, 1e-3));
    CHECK_THAT(layout_correlation(v, dark.view()), WithinAbs(-1, 1e-12));
    CHECK_THAT(layout_correlation(v, turned.view()), WithinAbs(0, 1e-3)); // only the colours are alike
}

TEST_CASE("cells of a thumbnail share the pixels between them", "[measure]")
{
    auto const size = GENERATE(extent{14, 14}, extent{1, 3}, extent{13, 29}, extent{45, 7});
    auto const p = pictures::noise(size, 1);
    double sum = 0, mean = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) mean += p.view()(x, y, 0);
    for (int i = 0; i < 14 * 14; ++i) sum += detail::cell_mean(p.view(), 0, {i % 14, i / 14});
    CHECK_THAT(sum / (14 * 14), WithinAbs(mean / static_cast<double>(size.area()), 1e-9));
}

TEST_CASE("the mean of a cell takes parts of pixels", "[measure]")
{
    // Cell 1 of 21 pixels in a row runs from 1.5 to 3.
    auto const p = pictures::paint({21, 1}, 1, [](int x, int, int) { return 10 * x; });
    CHECK_THAT(detail::cell_mean(p.view(), 0, {1, 0}), WithinAbs((.5 * 10 + 20) / 1.5, 1e-12));
}

TEST_CASE("without contrast there is no layout", "[measure]")
{
    auto const flat = pictures::flat({20, 20}, 77), p = pictures::scene({20, 20});
    CHECK(layout_correlation(flat.view(), p.view()) == 0);
    CHECK(layout_correlation(p.view(), flat.view()) == 0);
    CHECK(layout_correlation(flat.view(), flat.view()) == 0);
}

TEST_CASE("the layout rejects what it cannot compare", "[measure]")
{
    auto const three = pictures::noise({9, 9}), one = pictures::noise({9, 9}, 1);
    CHECK(complains_about("source.channels is 1", [&] { layout_correlation(one.view(), three.view()); }));
    CHECK(complains_about("source.data", [&] { layout_correlation({}, three.view()); }));
    CHECK(complains_about("output.data", [&] { layout_correlation(three.view(), {}); }));
}
