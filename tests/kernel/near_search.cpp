// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/near_search.hpp>

#include <set>

using husk::extent, husk::detail::near_search;

namespace {

constexpr auto all_count = [](int, husk::point, std::uint32_t) { return true; };

/// Exact up to the limit, a lower bound above it. Returns how many places were exact though they need not be.
template <class Arch>
void check(support::searched const& s, near_search& search, int width, bool left, bool top, int tolerance_q10)
{
    auto const exact = s.slow(width, left, top, [](std::uint64_t d) { return d; });
    std::vector<std::uint32_t> found(exact.size(), 77);
    search.costs<Arch>(s.block, left, top, support::laid_in(s), tolerance_q10, all_count, found);
    auto const least = *std::min_element(exact.begin(), exact.end());
    auto const limit = least + (least * static_cast<std::uint64_t>(tolerance_q10) >> 10);
    for (std::size_t i = 0; i < exact.size(); ++i) {
        REQUIRE(found[i] <= exact[i]);
        REQUIRE((exact[i] <= limit ? found[i] == exact[i] : found[i] > limit));
    }
}

template <class Arch>
void check(support::searched& s, extent block, int side, int width)
{
    near_search search = s.make<near_search, Arch>(side, width);
    for (int const from : {-1, 0, 1}) {
        if (from < 0) s.lay(block);
        else if (from == 0) s.lay(block, 0);
        else s.lay_two(block);
        support::over_each_overlap([&](bool left, bool top) {
            for (int const tolerance : {0, 102, 5000}) check<Arch>(s, search, width, left, top, tolerance);
        });
    }
}

} // namespace

TEMPLATE_TEST_CASE("what is nearly the least is exact, the rest a bound, at every size", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int side = 1; side <= 19; ++side)
            for (bool const smooth : {false, true}) {
                support::searched s({{side + 18, side + 5}, {side, side + 11}, {side + 1, side}}, channels,
                                    smooth);
                for (int const width : {0, 1, side / 4, side / 2, side - 1}) {
                    if (width >= side) continue;
                    check<TestType>(s, {side, side}, side, width);
                    check<TestType>(s, {(side + 1) / 2, (side + 2) / 3}, side, width);
                }
            }
}

TEST_CASE("blocks of common sizes, from pictures that are smooth", "[kernel]")
{
    support::searched s({{65, 65}, {64, 70}}, 3, true);
    for (int const side : {24, 32, 33, 63})
        for (int const width : {4, 8, 13}) check<husk::simd::best>(s, {side, side}, side, width);
}

TEST_CASE("bounds hold at both ends of the range of levels", "[kernel]")
{
    support::searched dark({{300, 257}}, 4, false, 1);
    auto search = dark.make<near_search, husk::simd::best>(256, 255);
    for (int const level : {0, 1, 15, 16, 254, 255}) {
        dark.lay_all({256, 256}, static_cast<std::uint8_t>(level));
        std::vector<std::uint32_t> costs(90);
        search.costs<husk::simd::best>(dark.block, true, true, support::laid_in(dark), 102, all_count, costs);
        CHECK(costs ==
              std::vector<std::uint32_t>(90, static_cast<std::uint32_t>((256 * 256 - 1) * 4 * level)));
    }
}

TEST_CASE("a place that does not count is as if it were not there", "[kernel]")
{
    support::searched s({{40, 40}}, 3, true);
    auto search = s.make<near_search, husk::simd::best>(16, 4);
    s.lay({16, 16}, 0);
    auto exact = s.slow(4, true, true, [](std::uint64_t d) { return d; });
    std::vector<std::uint32_t> found(exact.size());
    std::set<std::pair<int, int>> out; // the copy, which costs nothing
    search.costs<husk::simd::best>(
        s.block, true, true, support::laid_in(s), 102,
        [&](int, husk::point at, std::uint32_t cost) {
            if (cost == 0) out.emplace(at.x, at.y);
            return cost > 0;
        },
        found);
    REQUIRE(out.size() == 1);
    auto const copy = static_cast<std::size_t>(out.begin()->second * 25 + out.begin()->first);
    CHECK(exact[copy] == 0);
    CHECK(found[copy] == near_search::never);
    exact[copy] = near_search::never;
    auto const least = *std::min_element(exact.begin(), exact.end());
    for (std::size_t i = 0; i < exact.size(); ++i)
        REQUIRE((exact[i] <= least + (least * 102 >> 10) ? found[i] == exact[i]
                                                         : found[i] > least + (least * 102 >> 10)));
}
