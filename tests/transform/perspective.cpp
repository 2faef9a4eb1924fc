// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>
#include <husk/transform/perspective.hpp>

#include <cmath>

using husk::extent, husk::key, husk::perspective, husk::position, husk::quadrangle, husk::random_perspective;
using support::contains, support::message_of;

namespace {

template <class T>
auto drawn(T const& t, extent in, std::uint64_t index = 0) -> husk::projective
{
    return std::get<0>(husk::draw(t, key{.seed = 2, .index = index}, in).steps);
}

/// The eight numbers of a homography by elimination, as textbooks have it: the oracle of the closed form.
auto solved(quadrangle const& from, quadrangle const& to) -> husk::matrix3
{
    double a[8][9]{};
    for (int i = 0; i < 4; ++i) {
        auto const n = static_cast<std::size_t>(i);
        double const x = double{from[n].x}, y = double{from[n].y}, u = double{to[n].x}, v = double{to[n].y};
        double const across[]{x, y, 1, 0, 0, 0, -u * x, -u * y, u},
            down[]{0, 0, 0, x, y, 1, -v * x, -v * y, v};
        std::copy_n(across, 9, a[2 * i]);
        std::copy_n(down, 9, a[2 * i + 1]);
    }
    for (int c = 0; c < 8; ++c) {
        int pivot = c;
        for (int r = c; r < 8; ++r)
            if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
        std::swap_ranges(a[c], a[c] + 9, a[pivot]);
        for (int r = 0; r < 8; ++r)
            if (r != c) {
                double const f = a[r][c] / a[c][c];
                for (int k = c; k < 9; ++k) a[r][k] -= f * a[c][k];
            }
    }
    husk::matrix3 m{};
    for (int i = 0; i < 8; ++i) m[static_cast<std::size_t>(i)] = a[i][8] / a[i][i];
    m[8] = 1;
    return m;
}

auto some_corners(husk::stream& g) -> quadrangle
{
    auto const f = [&](float low, float high) { return g.in(husk::interval{low, high}); };
    return {
        position{f(0, 30), f(0, 20)}, {f(60, 99), f(0, 20)}, {f(60, 99), f(40, 70)}, {f(0, 30), f(40, 70)}};
}

} // namespace

TEST_CASE("a homography is the solution of its eight equations", "[transform]")
{
    husk::stream g(husk::key{.seed = 1});
    for (int i = 0; i < 200; ++i) {
        auto const from = some_corners(g), to = some_corners(g);
        auto const found = husk::detail::homography(from, to), wanted = solved(from, to);
        for (std::size_t k = 0; k < 9; ++k)
            CHECK(std::abs(found[k] - wanted[k]) < 1e-10 * (1 + std::abs(wanted[k])));
    }
}

TEST_CASE("a perspective takes corners to corners", "[transform]")
{
    husk::stream g(husk::key{.seed = 4});
    for (int i = 0; i < 50; ++i) {
        auto const from = some_corners(g), to = some_corners(g);
        auto const k = drawn(perspective{.from = from, .to = to, .size = {120, 90}}, {100, 70});
        CHECK(k.out == extent{120, 90});
        for (std::size_t c = 0; c < 4; ++c) {
            auto const p = k.forward(from[c], {100, 70});
            CHECK(std::abs(p.x - to[c].x) < 1e-3f);
            CHECK(std::abs(p.y - to[c].y) < 1e-3f);
        }
    }
}

TEST_CASE("by default, corners are the image's and the output's", "[transform]")
{
    auto const source = support::numbered({20, 14});
    CHECK(husk::apply(perspective{}, key{}, source) == source);
    auto const half = drawn(perspective{.size = {10, 7}}, {20, 14});
    CHECK(half.to_source == husk::matrix3{2, 0, 0, 0, 2, 0, 0, 0, 1});
    // The right half, upright: pixels are moved.
    perspective const right{.from = {position{10, 0}, {20, 0}, {20, 14}, {10, 14}}, .size = {10, 14}};
    auto const out = husk::apply(right, key{}, source);
    CHECK(support::same_pixels(out.view(), source.view().crop({{10, 0}, {10, 14}})));
}

TEST_CASE("random corners are uniform whole pixels, inwards", "[transform]")
{
    random_perspective const t{.distortion = .4f, .probability = 1};
    int seen[5]{};
    for (std::uint64_t i = 0; i < 3000; ++i) {
        auto const k = drawn(t, {21, 33}, i); // half of the sides: 10 and 16, of which .4: 4 and 6
        quadrangle const corners{position{0, 0}, {20, 0}, {20, 32}, {0, 32}};
        for (std::size_t c = 0; c < 4; ++c) {
            auto const p = k.forward(corners[c], {21, 33});
            auto const x = std::abs(p.x - corners[c].x), y = std::abs(p.y - corners[c].y);
            REQUIRE((std::abs(x - std::nearbyint(x)) < 1e-3f && std::abs(y - std::nearbyint(y)) < 1e-3f));
            REQUIRE((x < 4.01f && y < 6.01f));
            REQUIRE(((c == 0 || c == 3 ? p.x >= -.01f : p.x <= 20.01f) &&
                     (c < 2 ? p.y >= -.01f : p.y <= 32.01f)));
            if (c == 1) ++seen[static_cast<int>(std::nearbyint(x))];
        }
    }
    for (int const n : seen) CHECK(std::abs(n - 600) < 5 * 22); // deviation sqrt(3000 x 4 / 25) = 21.9
}

TEST_CASE("random_perspective happens as often as it says, and changes nothing otherwise", "[transform]")
{
    auto const source = support::numbered({21, 33});
    int same = 0;
    for (std::uint64_t i = 0; i < 2000; ++i)
        same += drawn(random_perspective{.probability = .3f}, {201, 303}, i).to_source == husk::unmapped;
    CHECK(std::abs(same - 1400) < 5 * 21); // deviation sqrt(2000 x .3 x .7) = 20.5
    CHECK(husk::apply(random_perspective{.probability = 0}, key{}, source) == source);
    CHECK(husk::apply(random_perspective{.distortion = 0, .probability = 1}, key{}, source) == source);
}

TEST_CASE("small images, and corners that meet, are no trouble", "[transform]")
{
    for (int w = 1; w <= 6; ++w)
        for (int h = 1; h <= 6; ++h)
            for (std::uint64_t i = 0; i < 20; ++i) {
                auto const source = support::numbered({w, h});
                auto const out = husk::apply(random_perspective{.distortion = 1, .probability = 1},
                                             key{.index = i}, source);
                if (w == 1 || h == 1) CHECK(out == source);
            }
}

TEST_CASE("perspectives refuse what cannot be", "[transform]")
{
    auto const attempt = [](auto const& t) { return message_of([&] { drawn(t, {9, 9}); }); };
    quadrangle const line{position{0, 0}, {1, 1}, {2, 2}, {0, 5}};
    quadrangle const nan{position{0, 0}, {9, 0}, {9, std::nanf("")}, {0, 9}};
    CHECK(contains(attempt(perspective{.from = line}), "perspective.from is three corners on a line"));
    CHECK(contains(attempt(perspective{.to = line}), "perspective.to is three corners on a line"));
    CHECK(contains(attempt(perspective{.to = nan}), "perspective.to is nan"));
    CHECK(contains(attempt(perspective{.size = {-1, 4}}), "perspective.size is -1x4"));
    CHECK(contains(attempt(perspective{.resampling = husk::filter::area}), "perspective.resampling is area"));
    CHECK(contains(attempt(random_perspective{.distortion = 1.1f}), "random_perspective.distortion is 1.1"));
    CHECK(contains(attempt(random_perspective{.probability = -1}), "random_perspective.probability is -1"));
    CHECK(contains(attempt(random_perspective{.fill = {9.99e30f, 0, 0}}), "random_perspective.fill is 9.99"));
}
