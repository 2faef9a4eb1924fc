// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/spots.hpp>
#include <husk/simd/arch.hpp>

#include <limits>

using husk::detail::spots;

namespace {

template <class Arch = husk::simd::best>
auto along(husk::detail::ratios const& r, int length) -> spots
{
    spots s;
    husk::detail::locate<Arch>(r, length, s.left.data(), s.right_of.data());
    husk::detail::locate<Arch>(r, length, s.top.data(), s.below.data());
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
        CHECK_FALSE(husk::detail::inside<husk::simd::best>(s, {100, 100}, 100, 1));
    }
}

TEST_CASE("inside is where the filter sees pixels alone", "[kernel]")
{
    auto const inside = [](double first, int length, int n, std::ptrdiff_t pitch = 1000) {
        return husk::detail::inside<husk::simd::best>(along({first, 1, 1, 0}, length), {length, length},
                                                      pitch, n);
    };
    CHECK(inside(0, 32, 1));
    CHECK(inside(5, 37, 1));
    CHECK_FALSE(inside(6, 37, 1));
    CHECK_FALSE(inside(0, 31, 1));
    CHECK_FALSE(inside(-1, 50, 1));
    CHECK(inside(0, 33, 2));
    CHECK_FALSE(inside(0, 32, 2));
    CHECK_FALSE(inside(0, 1, 2));
    CHECK_FALSE(inside(0, 32, 1, std::ptrdiff_t{1} << 30)); // more elements than an int counts
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
