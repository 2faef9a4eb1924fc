// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/spots.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <limits>

using husk::detail::spots;

namespace {

template <class Arch = husk::simd::best, bool Even = false>
auto along(husk::detail::ratios const& r, int length) -> spots
{
    spots s;
    husk::detail::locate<Arch, Even>(r, length, s.left.data(), s.right_of.data());
    husk::detail::locate<Arch, Even>(r, length, s.top.data(), s.below.data());
    return s;
}

} // namespace

TEST_CASE("places are pixels and parts of pixels, the same ones for every register", "[kernel]")
{
    for (auto const& r : {husk::detail::ratios{3.25, 1.5, 1, 0},
                          {16380.3, -.75, 1, 0},
                          {-20, 2, 1, .01},
                          {50, .1, 3, -.125}}) {
        auto const s = along(r, 17000), one = along<husk::simd::scalar>(r, 17000);
        CHECK(s.left == one.left);
        CHECK(s.right_of == one.right_of);
        for (std::size_t i = 0; i < spots::count; ++i) {
            auto const n = static_cast<double>(i);
            double const at = (r.start + n * r.step) / (r.weight + n * r.weight_step);
            if (!(std::abs(at) < 20000)) continue;
            double const found = s.left[i] + double{s.right_of[i]};
            CHECK(std::abs(found - at) < 1e-5 * (1 + std::abs(at - r.start / r.weight)));
            CHECK((s.right_of[i] >= 0 && s.right_of[i] <= 1));
        }
    }
}

TEST_CASE("places that are no numbers are outside", "[kernel]")
{
    constexpr double inf = std::numeric_limits<double>::infinity(),
                     nan = std::numeric_limits<double>::quiet_NaN();
    for (double const v : {nan, inf, -inf, 1e300, -1e300}) {
        auto const s = along({v, 0, 1, 0}, 100);
        for (int const i : s.left) CHECK((i < 0 || i >= 100));
        CHECK(s.left == along<husk::simd::best, true>({v, 0, 1, 0}, 100).left);
    }
}

TEST_CASE("without perspective there is nothing to divide by, and the places are the same", "[kernel]")
{
    for (auto const& r : {husk::detail::ratios{3.25, 1.5, 1, 0}, {16380.3, -.75, 1, 0}, {-2e9, 1e9, 1, 0}}) {
        auto const s = along(r, 17000), even = along<husk::simd::best, true>(r, 17000);
        CHECK(s.left == even.left);
        CHECK(s.right_of == even.right_of);
        spots only;
        husk::detail::locate<husk::simd::best, true>(r, 17000, only.left.data(), nullptr);
        CHECK(only.left == s.left);
    }
}

TEST_CASE("inside is where the filter sees pixels alone", "[kernel]")
{
    using best = husk::simd::best;
    for (bool const even : {false, true}) {
        auto const inside = [=](double first, int length, int n) {
            return husk::detail::inside<best, spots::count>(along({first, 1, 1, 0}, length), even, 0,
                                                            {length, length}, {n, n});
        };
        CHECK(inside(0, 32, 1));
        CHECK(inside(5, 37, 1));
        CHECK_FALSE(inside(6, 37, 1));
        CHECK_FALSE(inside(0, 31, 1));
        CHECK_FALSE(inside(-1, 50, 1));
        CHECK(inside(0, 33, 2));
        CHECK_FALSE(inside(0, 32, 2));
        CHECK_FALSE(inside(0, 1, 2));
        auto const beyond = [=](double first, double step, int n) {
            return husk::detail::beyond<best, 8>(along({first, step, 1, 0}, 50), even, 0, {50, 50}, {n, n});
        };
        CHECK(beyond(50, 1, 2));
        CHECK(beyond(-2, -1, 2));
        CHECK_FALSE(beyond(-2, -1, 3));
        CHECK_FALSE(beyond(49, 1, 2));
        CHECK(beyond(-9, 1, 2));
        CHECK_FALSE(beyond(-8, 1, 2));
    }
    CHECK_FALSE(husk::detail::countable<best>({32, 32}, std::ptrdiff_t{1} << 30)); // more than an int counts
}

TEST_CASE("of even places the ends say what all of them say, and that is what each says", "[kernel]")
{
    husk::stream g(husk::key{.seed = 4});
    auto const at = [&](float most) { return double{g.in(husk::interval{-most, most})}; };
    int seen[2][2] = {};
    for (int i = 0; i < 5000; ++i) {
        double const scale = g.below(2) ? .01 : g.below(2) ? 1 : 1e9;
        auto s = along<husk::simd::best, true>({at(50), at(3) * scale, 1, 0}, 40);
        s.top = along<husk::simd::best, true>({at(50), at(3) * scale, 1, 0}, 40).top;
        husk::extent const image{40, 30}, filter{3, 2};
        bool all = true;
        std::array<bool, 4> sides{true, true, true, true};
        for (std::size_t k = 8; k < 24; ++k) {
            all = all && s.left[k] >= 0 && s.left[k] <= 37 && s.top[k] >= 0 && s.top[k] <= 28;
            std::array const out{s.left[k] <= -3, s.left[k] >= 40, s.top[k] <= -2, s.top[k] >= 30};
            for (std::size_t n = 0; n < 4; ++n) sides[n] = sides[n] && out[n];
        }
        bool const none = sides[0] || sides[1] || sides[2] || sides[3];
        for (bool const even : {false, true}) {
            REQUIRE(husk::detail::inside<void, 16>(s, even, 8, image, filter) == all);
            REQUIRE(husk::detail::beyond<void, 16>(s, even, 8, image, filter) == none);
        }
        ++seen[all][none];
    }
    CHECK((seen[0][0] > 100 && seen[1][0] > 100 && seen[0][1] > 100)); // the test has seen all there is
}

TEST_CASE("places are counted in elements", "[kernel]")
{
    spots s{};
    for (int i = 0; i < spots::count; ++i) {
        s.left[static_cast<std::size_t>(i)] = i;
        s.top[static_cast<std::size_t>(i)] = 2 * i;
    }
    auto const o = husk::detail::offsets::of<husk::simd::best>(s, 100, 3);
    for (int i = 0; i < spots::count; ++i) CHECK(o.from_first[static_cast<std::size_t>(i)] == 203 * i);
}
