// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/taps.hpp>
#include <husk/simd/arch.hpp>

#include <bit>
#include <cmath>
#include <vector>

using husk::axis, husk::filter;
using arch = husk::simd::scalar;

namespace {

constexpr filter all[] = {filter::nearest, filter::bilinear, filter::bicubic,
                          filter::area,    filter::lanczos,  filter::catmull_rom};

/// Taps with memory of their own.
struct table {
    axis of;
    std::vector<std::byte> memory;
    husk::taps taps;

    table(axis a, filter f, bool antialias) : of(a)
    {
        husk::arena counting;
        husk::lay_taps<arch>(a, f, antialias, counting);
        memory.resize(counting.used());
        husk::arena carving{memory};
        taps = husk::lay_taps<arch>(a, f, antialias, carving);
    }

    auto weight(int i, int k) const -> double
    {
        return static_cast<double>(taps.weights[static_cast<std::size_t>(i * taps.count + k)]);
    }
    auto first(int i) const -> int { return taps.first[static_cast<std::size_t>(i)]; }

    /// The weights of new pixel i for every source pixel.
    auto row(int i) const -> std::vector<double>
    {
        std::vector<double> all_of(static_cast<std::size_t>(of.limit));
        for (int k = 0; k < taps.count; ++k) all_of.at(static_cast<std::size_t>(first(i) + k)) = weight(i, k);
        return all_of;
    }
};

using real = double; // long double takes seconds under an emulator

auto sinc(real x) -> real
{
    constexpr real pi = 3.14159265358979323846264338327950288;
    return x == 0 ? 1 : std::sin(pi * x) / (pi * x);
}

auto shape(filter f, real x, real a) -> real
{
    real const d = std::fabs(x);
    if (f == filter::bilinear) return std::max<real>(0, 1 - d);
    if (f == filter::lanczos) return d < 3 ? sinc(d) * sinc(d / 3) : 0;
    if (f != filter::bicubic && f != filter::catmull_rom) return x > -.5 && x <= .5 ? 1 : 0;
    if (d < 1) return (a + 2) * d * d * d - (a + 3) * d * d + 1;
    return d < 2 ? a * (d * d * d - 5 * d * d + 8 * d - 4) : 0;
}

/// What a row should be, by asking every pixel. Empty where a box begins so close to the middle of a pixel
/// that rounding decides.
auto oracle(axis const& a, filter f, bool antialias, int i) -> std::vector<double>
{
    antialias = antialias && f != filter::nearest;
    bool const within = antialias || f == filter::catmull_rom;
    real const step = a.length / a.out, centre = a.from + (i + .5) * step;
    real const stretch = antialias ? std::max<real>(step, 1) : 1;
    std::vector<real> shares(static_cast<std::size_t>(a.limit));
    real sum = 0;
    int const beyond = within ? 0 : 8;
    for (int j = -beyond; j < a.limit + beyond; ++j) {
        real const x = (j + .5 - centre) / stretch;
        bool const box = f == filter::area || f == filter::nearest;
        if (box && std::fabs(std::fabs(x) - .5) < 1e-9) return {};
        real const share = shape(f, x, within ? -.5 : -.75);
        shares[static_cast<std::size_t>(std::clamp(j, 0, a.limit - 1))] += share;
        sum += share;
    }
    std::vector<double> row;
    for (real const s : shares) row.push_back(s / sum);
    return row;
}

auto distance(std::vector<double> const& a, std::vector<double> const& b) -> double
{
    double most = a.size() == b.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::fabs(a[i] - b[i]));
    return most;
}

/// Every row against the oracle, and what the interface promises.
auto worst(axis const& a, filter f, bool antialias) -> double
{
    table const t(a, f, antialias);
    double most = t.taps.count == husk::tap_count(a, f, antialias) ? 0 : 1e9;
    for (int i = 0; i < a.out; ++i) {
        double sum = 0;
        for (int k = 0; k < t.taps.count; ++k) sum += t.weight(i, k);
        if (std::fabs(sum - 1) > 1e-6 || t.first(i) < 0 || t.first(i) + t.taps.count > a.limit) return 1e9;
        if (auto const wanted = oracle(a, f, antialias, i); !wanted.empty())
            most = std::max(most, distance(t.row(i), wanted));
    }
    return most;
}

/// FNV-1a over first pixels and the bits of weights.
auto digest(table const& t) -> std::uint64_t
{
    std::uint64_t state = 0xcbf2'9ce4'8422'2325;
    auto const add = [&](std::uint32_t value) { state = (state ^ value) * 0x100'0000'01b3; };
    for (auto const f : t.taps.first) add(static_cast<std::uint32_t>(f));
    for (float const w : t.taps.weights) add(std::bit_cast<std::uint32_t>(w));
    return state;
}

using rows = std::vector<std::vector<double>>;

void check(axis const& a, filter f, bool antialias, rows const& wanted)
{
    table const t(a, f, antialias);
    for (int i = 0; i < a.out; ++i) CHECK(distance(t.row(i), wanted[static_cast<std::size_t>(i)]) < 1e-7);
}

} // namespace

TEST_CASE("taps are what every pixel says when it is asked", "[kernel]")
{
    for (filter const f : all)
        for (bool const antialias : {false, true})
            for (int limit = 1; limit <= 65; ++limit)
                for (int const out : {1, 7, 65}) {
                    CAPTURE(to_string(f), antialias, limit, out);
                    REQUIRE(worst({0, double(limit), out, limit}, f, antialias) < 1e-6);
                    REQUIRE(worst({.3 * limit, .43 * limit, out, limit}, f, antialias) < 1e-6);
                }
}

TEST_CASE("a box may be smaller than a pixel", "[kernel]")
{
    for (filter const f : all)
        for (bool const antialias : {false, true})
            for (int const limit : {1, 2, 65})
                CHECK(worst({limit - .01, .01, 3, limit}, f, antialias) < 1e-6);
}

TEST_CASE("weights worked out by hand", "[kernel]")
{
    check({0, 4, 2, 4}, filter::bilinear, true, {{3 / 7., 3 / 7., 1 / 7., 0}, {0, 1 / 7., 3 / 7., 3 / 7.}});
    check(
        {0, 4, 2, 4}, filter::bicubic, true,
        {{55.5 / 121, 55.5 / 121, 14.5 / 121, -4.5 / 121}, {-4.5 / 121, 14.5 / 121, 55.5 / 121, 55.5 / 121}});
    check({0, 4, 2, 4}, filter::bilinear, false, {{.5, .5, 0, 0}, {0, 0, .5, .5}});
    check({0, 2, 4, 2}, filter::bilinear, true, {{1, 0}, {.75, .25}, {.25, .75}, {0, 1}});
    check({0, 2, 4, 2}, filter::bilinear, false, {{1, 0}, {.75, .25}, {.25, .75}, {0, 1}});
    check({0, 2, 1, 2}, filter::bicubic, false, {{.5, .5}});
    check({0, .5, 1, 2}, filter::bicubic, false, {{1.10546875, -.10546875}});
    // Of the shares -3, 29, 111 and -9 in 128 those of two pixels lie outside.
    check(
        {0, 2, 4, 2}, filter::catmull_rom, false,
        {{111 / 102., -9 / 102.}, {111 / 140., 29 / 140.}, {29 / 140., 111 / 140.}, {-9 / 102., 111 / 102.}});
    check({0, 4, 2, 4}, filter::area, true, {{.5, .5, 0, 0}, {0, 0, .5, .5}});
    check({0, 4, 2, 4}, filter::area, false, {{0, 1, 0, 0}, {0, 0, 0, 1}});
    check({0, 4, 2, 4}, filter::nearest, true, {{0, 1, 0, 0}, {0, 0, 0, 1}});
}

TEST_CASE("a pixel whose middle lies on the edge of two boxes is in the left one, as in Pillow", "[kernel]")
{
    check({0, 3, 2, 3}, filter::area, true, {{.5, .5, 0}, {0, 0, 1}});
}

TEST_CASE("an axis of the same size is copied", "[kernel]")
{
    for (filter const f : all)
        for (bool const antialias : {false, true}) {
            table const t({0, 9, 9, 9}, f, antialias);
            for (int i = 0; i < 9; ++i) CHECK(std::fabs(t.row(i)[static_cast<std::size_t>(i)] - 1) < 1e-7);
        }
}

TEST_CASE("the mirrored axis has the mirrored taps", "[kernel]")
{
    for (filter const f : {filter::bilinear, filter::bicubic, filter::lanczos, filter::catmull_rom})
        for (bool const antialias : {false, true})
            for (int const out : {1, 5, 17, 40}) {
                double const from = 2.3, length = 11.9;
                int const limit = 17;
                table const t({from, length, out, limit}, f, antialias);
                table const mirrored({limit - from - length, length, out, limit}, f, antialias);
                for (int i = 0; i < out; ++i) {
                    auto row = mirrored.row(out - 1 - i);
                    std::reverse(row.begin(), row.end());
                    CHECK(distance(t.row(i), row) < 1e-6);
                }
            }
}

TEST_CASE("no more taps than the filter reaches, or than there are pixels", "[kernel]")
{
    auto const count = [](int length, int out, filter f, bool antialias) {
        return husk::tap_count({0, static_cast<double>(length), out, length}, f, antialias);
    };
    CHECK(count(100, 50, filter::nearest, true) == 1);
    CHECK(count(100, 50, filter::area, false) == 1);
    CHECK(count(100, 50, filter::area, true) == 2);
    CHECK(count(100, 50, filter::bilinear, true) == 4);
    CHECK(count(100, 50, filter::bilinear, false) == 2);
    CHECK(count(100, 200, filter::bilinear, true) == 2);
    CHECK(count(100, 50, filter::bicubic, true) == 8);
    CHECK(count(100, 50, filter::bicubic, false) == 4);
    CHECK(count(100, 50, filter::lanczos, true) == 12);
    CHECK(count(100, 50, filter::lanczos, false) == 6);
    CHECK(count(3, 50, filter::lanczos, false) == 3);
    CHECK(count(5, 1, filter::lanczos, true) == 5);
    CHECK(count(1, 50, filter::lanczos, true) == 1);
}

TEST_CASE("beyond the axis lies its edge", "[kernel]")
{
    for (filter const f : all)
        for (bool const antialias : {false, true})
            for (double const from : {-90., 90.}) {
                table const t({from, 6, 3, 5}, f, antialias);
                for (int i = 0; i < 3; ++i) {
                    auto const row = t.row(i);
                    double const edge =
                        from < 0 ? row.front() + row[1] + row[2] : row[2] + row[3] + row.back();
                    CHECK(edge > .9);
                }
            }
}

TEST_CASE("an arena that counts is asked for no less than what is taken, and no taps are laid", "[kernel]")
{
    for (filter const f : all)
        for (bool const antialias : {false, true})
            for (int const length : {1, 2, 5, 50, 99, 100})
                for (int const out : {1, 7, 20, 50, 300})
                    for (double const from : {0., .25, 1. / 3}) {
                        axis const a{from * length, (1 - from) * length, out, length};
                        husk::arena counting;
                        auto const nothing = husk::lay_taps<arch>(a, f, antialias, counting);
                        REQUIRE((nothing.first.empty() && nothing.weights.empty()));
                        int const count = husk::tap_count(a, f, antialias);
                        REQUIRE((nothing.count >= count && nothing.count <= count + 3));
                        std::vector<std::byte> memory(counting.used());
                        husk::arena carving{memory};
                        auto const taps = husk::lay_taps<arch>(a, f, antialias, carving);
                        auto const size = static_cast<std::size_t>(out);
                        REQUIRE((taps.count == count && taps.first.size() == size));
                        REQUIRE(taps.weights.size() == size * static_cast<std::size_t>(count));
                    }
}

TEST_CASE("taps have the same bits on every machine", "[kernel][golden]")
{
    axis const a{3.7, 100.3, 37, 109};
    CHECK(digest({a, filter::bilinear, true}) == 0xdc59'bd0d'9a5c'52e1);
    CHECK(digest({a, filter::bicubic, true}) == 0x48b8'216d'243e'edcb);
    CHECK(digest({a, filter::bicubic, false}) == 0x763c'a2ff'f7f1'f55f);
    CHECK(digest({a, filter::area, true}) == 0x7cc7'dccf'6130'd3fb);
    CHECK(digest({a, filter::lanczos, true}) == 0xecff'33df'e66a'bd1f);
}
