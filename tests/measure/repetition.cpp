// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/repetition.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

namespace {

/// Pearson's correlation over what an image and its shifted copy have in common, by the definition.
auto oracle(detail::field const& f, int dx, int dy) -> double
{
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
    for (int y = 0; y + dy < f.size.height; ++y)
        for (int x = std::max(0, -dx); x + std::max(dx, 0) < f.size.width; ++x) {
            auto const u = f.row(y)[x], v = f.row(y + dy)[x + dx];
            n += 1, a += u, b += v, aa += u * u, bb += v * v, ab += u * v;
        }
    return (ab - a * b / n) / std::sqrt((aa - a * a / n) * (bb - b * b / n));
}

} // namespace

TEST_CASE("the autocorrelation is that of the definition", "[measure]")
{
    auto const p = pictures::scene({23, 18});
    double radius = 0;
    auto const f = detail::prepared(p.view(), radius);
    detail::autocorrelation const correlation(f);
    for (int y = 0; y <= 9; ++y)
        for (int x = -11; x <= 11; ++x) CHECK_THAT(correlation(x, y), WithinAbs(oracle(f, x, y), 1e-9));
}

TEST_CASE("a checkerboard repeats", "[measure]")
{
    auto const board = pictures::checkerboard({64, 48}, 8);
    CHECK_THAT(largest_autocorrelation(board.view(), 12), WithinAbs(1, 1e-9));
    auto const grain = pictures::noise({64, 64});
    CHECK(repetition(grain.view(), board.view(), 12) > .8);
    CHECK_THAT(repetition(board.view(), board.view(), 12), WithinAbs(0, 1e-9)); // as its exemplar does
}

TEST_CASE("a motif in rows repeats, and the same tiles anywhere do not", "[measure]")
{
    auto const source = pictures::noise({96, 96});
    coordinate_map rows({96, 96});
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 96; ++x) rows(x, y) = {0, 30 + x % 24, 40 + y % 24};
    auto const anywhere = pictures::random_tiles({96, 96}, {96, 96}, 24);
    CHECK(repetition(source.view(), pictures::replayed(rows, source.view()).view(), 24) > .9);
    CHECK(repetition(source.view(), pictures::replayed(anywhere, source.view()).view(), 24) < .3);
}

TEST_CASE("shifts up to the radius do not count", "[measure]")
{
    auto const stripes = pictures::paint({40, 40}, 1, [](int x, int y, int) {
        return (x % 20 < 10 ? 50 : 150) + static_cast<int>(pictures::grain(x, y, 0) % 80);
    });
    CHECK(largest_autocorrelation(stripes.view(), 0) > .5);
    CHECK(largest_autocorrelation(stripes.view(), 19.9) > .5);
    auto const spots = pictures::paint(
        {96, 96}, 1, [](int x, int y, int) { return pictures::grain(x / 3, y / 3, 0) & 255; });
    CHECK(largest_autocorrelation(spots.view(), 0) > .6); // a pixel on is in the same spot, mostly
    CHECK(largest_autocorrelation(spots.view(), 5) < .45);
}

TEST_CASE("what is flat repeats no motif", "[measure]")
{
    CHECK(largest_autocorrelation(pictures::flat({16, 16}, 9).view(), 2) == 0);
}

TEST_CASE("a large image is measured on a smaller one", "[measure]")
{
    auto const rows = pictures::paint({1100, 600}, 1, [](int x, int y, int) {
        return pictures::grain(x / 8 % 20, y / 8 % 15, 0) & 255; // every 160 x 120 pixels
    });
    CHECK(largest_autocorrelation(rows.view(), 100) > .99);
    auto const thin = pictures::noise({600, 4}, 1);
    CHECK(largest_autocorrelation(thin.view(), 1) < .5);
}

TEST_CASE("repetition rejects what it cannot measure", "[measure]")
{
    auto const p = pictures::noise({20, 24});
    measured const good = p.view();
    auto const block = [&](int b) { return [=] { repetition(good, good, b); }; };
    CHECK(complains_about("block is 0", block(0)));
    CHECK(complains_about("block is 20", block(20)));
    CHECK(pictures::complaint(block(19)).empty());
    CHECK(complains_about("radius is 10", [&] { largest_autocorrelation(good, 10); }));
    CHECK(complains_about("radius is nan", [&] { largest_autocorrelation(good, std::nan("")); }));
    CHECK(complains_about("radius is -1", [&] { largest_autocorrelation(good, -1); }));
    CHECK(complains_about("image.size", [&] { largest_autocorrelation(good.crop({{}, {3, 9}}), 1); }));
}
