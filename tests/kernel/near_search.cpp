// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/near_search.hpp>

#include <set>

using husk::extent;
using husk::detail::near_search, husk::detail::near_distances, husk::detail::near_squares;

namespace {

constexpr auto all_count = [](int, husk::point, auto) { return true; };

template <class Measure>
auto measured(std::uint64_t difference) -> std::uint64_t
{
    return std::is_same_v<Measure, near_squares> ? difference * difference : difference;
}

/// Exact up to the limit, a lower bound above it.
template <class Arch, class Measure>
void check(support::searched const& s, near_search<Measure>& search, int width, bool left, bool top,
           int tolerance_q10)
{
    auto const exact = s.slow(width, left, top, measured<Measure>);
    std::vector<typename Measure::cost> found(exact.size(), 77);
    search.template costs<Arch>(s.block, left, top, support::laid_in(s), tolerance_q10, all_count, found);
    auto const least = *std::min_element(exact.begin(), exact.end());
    auto const limit = least + (least * static_cast<std::uint64_t>(tolerance_q10) >> 10);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < exact.size(); ++i)
        wrong += found[i] > exact[i] || (exact[i] <= limit ? found[i] != exact[i] : found[i] <= limit);
    REQUIRE(wrong == 0);
}

template <class Arch, class Measure>
void check(support::searched& s, extent block, int side, int width)
{
    near_search<Measure> search = s.make<near_search<Measure>, Arch>(side, width);
    for (int const from : {-1, 0, 1}) {
        if (from < 0) s.lay(block);
        else if (from == 0) s.lay(block, 0);
        else s.lay_two(block);
        support::over_each_overlap([&](bool left, bool top) {
            for (int const tolerance : {0, 102, 5000})
                check<Arch, Measure>(s, search, width, left, top, tolerance);
        });
    }
}

template <class Arch>
void check_both(support::searched& s, extent block, int side, int width)
{
    check<Arch, near_distances>(s, block, side, width);
    check<Arch, near_squares>(s, block, side, width);
}

} // namespace

TEMPLATE_TEST_CASE("what is nearly the least is exact, the rest a bound, at every size", "[kernel][slow]",
                   husk::simd::best, husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int side = 1; side <= 19; ++side)
            for (bool const smooth : {false, true}) {
                support::searched s({{side + 18, side + 5}, {side, side + 11}, {side + 1, side}}, channels,
                                    smooth);
                for (int const width : {0, 1, side / 4, side / 2, side - 1}) {
                    if (width >= side) continue;
                    check_both<TestType>(s, {side, side}, side, width);
                    check_both<TestType>(s, {(side + 1) / 2, (side + 2) / 3}, side, width);
                }
            }
}

TEST_CASE("blocks of common sizes, from pictures that are smooth", "[kernel][slow]")
{
    support::searched s({{65, 65}, {64, 70}}, 3, true);
    for (int const side : {24, 32, 33, 63})
        for (int const width : {4, 8, 13}) check_both<husk::simd::best>(s, {side, side}, side, width);
}

TEMPLATE_TEST_CASE("bounds hold at both ends of the range of levels", "[kernel][slow]", near_distances,
                   near_squares)
{
    support::searched dark({{300, 257}}, 4, false, 1);
    auto search = dark.make<near_search<TestType>, husk::simd::best>(256, 255);
    for (auto const level : {0u, 1u, 15u, 16u, 254u, 255u}) {
        dark.lay_all({256, 256}, static_cast<std::uint8_t>(level));
        std::vector<typename TestType::cost> costs(90);
        search.template costs<husk::simd::best>(dark.block, true, true, support::laid_in(dark), 102,
                                                all_count, costs);
        auto const expected =
            static_cast<typename TestType::cost>((256 * 256 - 1) * 4 * measured<TestType>(level));
        CHECK(costs == std::vector<typename TestType::cost>(90, expected));
    }
}

TEST_CASE("a place that does not count is as if it were not there", "[kernel]")
{
    support::searched s({{40, 40}}, 3, true);
    auto search = s.make<near_search<near_distances>, husk::simd::best>(16, 4);
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
    CHECK(found[copy] == near_search<near_distances>::never);
    exact[copy] = near_search<near_distances>::never;
    auto const least = *std::min_element(exact.begin(), exact.end());
    for (std::size_t i = 0; i < exact.size(); ++i)
        REQUIRE((exact[i] <= least + (least * 102 >> 10) ? found[i] == exact[i]
                                                         : found[i] > least + (least * 102 >> 10)));
}
