// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/filter.hpp>
#include <husk/kernel/texels.hpp>
#include <husk/simd/arch.hpp>

#include <cmath>
#include <vector>

namespace {

using husk::border, husk::detail::spots, husk::detail::texels, husk::detail::texture;
using real = husk::simd::real<husk::simd::scalar>;

auto some_spots() -> spots
{
    spots s{};
    for (int i = 0; i < spots::count; ++i) {
        auto const n = static_cast<std::size_t>(i);
        s.left[n] = i % 9 - 3;
        s.top[n] = i / 3 - 4;
    }
    return s;
}

} // namespace

TEST_CASE("texels are fetched from where the border says", "[kernel]")
{
    auto const source = support::numbered<std::uint16_t>({5, 4}, 3);
    auto const s = some_spots();
    auto const from = texture<std::uint16_t>{source.data(), {5, 4}, 15};
    for (auto const b : {border::constant, border::edge, border::reflect}) {
        texels<std::uint16_t, 2, 3> t;
        t.fetch<void>(from, b, s, 0, spots::count);
        for (std::size_t i = 0; i < spots::count; ++i)
            for (int k = 0; k < 4; ++k) {
                int const x = husk::place(s.left[i] + k % 2, 5, b), y = husk::place(s.top[i] + k / 2, 4, b);
                auto const tap = static_cast<std::size_t>(k);
                REQUIRE((t.missing[tap][i] == 1) == (x < 0 || y < 0));
                for (int c = 0; c < 3; ++c)
                    if (x >= 0 && y >= 0)
                        REQUIRE(t.found[tap][3 * i + static_cast<std::size_t>(c)] == source.view()(x, y, c));
            }
    }
}

TEST_CASE("three bytes lie in four, from the first pixel of an image to the last", "[kernel]")
{
    std::vector<std::uint8_t> memory(33 * 33 * 3); // a sanitizer knows where it ends
    for (std::size_t i = 0; i < memory.size(); ++i) memory[i] = static_cast<std::uint8_t>(i * 7);
    auto const from = texture<std::uint8_t>{memory.data(), {33, 33}, 99};
    spots s{};
    for (int i = 0; i < spots::count; ++i)
        s.left[static_cast<std::size_t>(i)] = s.top[static_cast<std::size_t>(i)] = i;
    texels<std::uint8_t, 2, 3> a, b;
    a.fetch_inside<void>(from, s, spots::count);
    b.fetch<void>(from, border::constant, s, 0, spots::count);
    for (std::size_t i = 0; i < spots::count; ++i)
        for (std::size_t tap = 0; tap < 4; ++tap)
            for (std::size_t c = 0; c < 3; ++c) {
                auto const expected = memory[99 * (i + tap / 2) + 3 * (i + tap % 2) + c];
                REQUIRE((a.found[tap][4 * i + c] == expected && b.found[tap][4 * i + c] == expected));
            }
}

TEST_CASE("inside, both ways of fetching find the same", "[kernel]")
{
    auto const source = support::numbered<std::uint8_t>({20, 20}, 4);
    auto s = some_spots();
    for (std::size_t i = 0; i < spots::count; ++i) s.left[i] += 5, s.top[i] += 4;
    auto const from = texture<std::uint8_t>{source.data(), {20, 20}, 80};
    texels<std::uint8_t, 4, 4> a, b;
    a.fetch_inside<void>(from, s, spots::count);
    b.fetch<void>(from, border::constant, s, 0, spots::count);
    CHECK(a.found == b.found);
    for (auto const& m : b.missing) CHECK(m == spots::floats{});
}

TEST_CASE("the shares of a filter sum to one, and are the filter's", "[kernel]")
{
    for (float const x : {0.f, .125f, .5f, .9f}) {
        auto const one = husk::detail::shares<husk::simd::scalar, 1>(real(x));
        auto const two = husk::detail::shares<husk::simd::scalar, 2>(real(x));
        auto const four = husk::detail::shares<husk::simd::scalar, 4>(real(x));
        CHECK(one[0].value == 1);
        CHECK(two[0].value + two[1].value == 1);
        CHECK(two[1].value == x);
        double sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            sum += double{four[k].value};
            auto const wanted = husk::detail::share<void>(husk::filter::bicubic,
                                                          static_cast<double>(k) - 1 - double{x}, false);
            CHECK(std::abs(double{four[k].value} - wanted) < 1e-6);
        }
        CHECK(std::abs(sum - 1) < 1e-6);
    }
}

TEST_CASE("what has no weight is not looked at, where it may be no number", "[kernel]")
{
    real const nan = std::nanf(""), none = 0.f;
    CHECK(husk::detail::portion<husk::simd::scalar, float>(none, nan).value == 0);
    CHECK(std::isnan(husk::detail::portion<husk::simd::scalar, float>(real(.5f), nan).value));
    CHECK(husk::detail::portion<husk::simd::scalar, std::uint8_t>(real(.5f), real(.5f)).value == .25f);
}
