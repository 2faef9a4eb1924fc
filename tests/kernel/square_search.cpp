// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/square_search.hpp>

using husk::extent, husk::detail::square_search;

namespace {

template <class Arch>
void check(support::searched& s, extent block, int side, int width)
{
    square_search search = s.make<square_search, Arch>(side, width);
    s.lay(block);
    support::over_each_overlap([&](bool left, bool top) {
        auto const expected = s.slow(width, left, top, [](std::uint64_t d) { return d * d; });
        std::vector<std::uint64_t> costs(search.places_of(block).count(), 77);
        search.costs<Arch>(block, left, top, support::laid_in(s), costs);
        REQUIRE(costs == expected);
    });
}

} // namespace

TEMPLATE_TEST_CASE("squared differences are what plain loops find, at every size", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int side = 1; side <= 19; ++side) {
            support::searched s({{side + 18, side + 5}, {side, side + 21}, {side + 1, side}}, channels);
            for (int const width : {0, 1, side / 4, side / 2, side - 1}) {
                if (width >= side) continue;
                check<TestType>(s, {side, side}, side, width);
                check<TestType>(s, {(side + 1) / 2, side}, side, width); // cropped by the border
                check<TestType>(s, {side, (side + 2) / 3}, side, width);
                check<TestType>(s, {1, 1}, side, width);
            }
        }
}

TEST_CASE("squared differences of blocks of common sizes", "[kernel]")
{
    support::searched s({{65, 65}, {64, 70}}, 3);
    for (int const side : {24, 32, 33, 63})
        for (int const width : {4, 8, 13}) check<husk::simd::best>(s, {side, side}, side, width);
}

TEST_CASE("squared differences do not overflow where everything is as wrong as it can be", "[kernel]")
{
    for (int const channels : {3, 4}) {
        support::searched s({{257, 256}}, channels, false, 1); // all 0
        auto search = s.make<square_search, husk::simd::best>(256, 255);
        s.lay_all({256, 256}, 255);
        std::vector<std::uint64_t> costs(2);
        search.costs<husk::simd::best>(s.block, true, true, support::laid_in(s), costs);
        CHECK(costs[0] == (std::uint64_t{256} * 256 - 1) * 255 * 255 * static_cast<std::uint64_t>(channels));
        CHECK(costs[1] == costs[0]);
        search.costs<husk::simd::best>(s.block, true, false, support::laid_in(s), costs);
        CHECK(costs[0] == std::uint64_t{256} * 255 * 255 * 255 * static_cast<std::uint64_t>(channels));
    }
}
