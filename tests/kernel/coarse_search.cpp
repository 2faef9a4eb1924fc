// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/coarse_ranking.hpp"

#include <husk/kernel/coarse_search.hpp>
#include <husk/simd/arch.hpp>

using husk::extent, husk::detail::coarse_search, husk::detail::word_pictures;

namespace {

/// The numbers of the best places, the search's memory just as much as it counts.
template <class Arch>
auto best(support::searched const& s, int side, int width, bool left, bool top, std::size_t most)
    -> std::vector<std::size_t>
{
    auto const exemplars = s.exemplars();
    husk::arena count;
    word_pictures(count, exemplars, s.channels);
    coarse_search(count, exemplars, s.channels, side, width, most);
    husk::workspace room;
    auto memory = room.fit(count.used());
    word_pictures pictures(memory, exemplars, s.channels);
    coarse_search search(memory, exemplars, s.channels, side, width, most);
    pictures.fill<Arch>(support::levels_of(s));
    search.fill<Arch>(pictures);
    auto const laid = s.laid_words();
    auto const& found = search.best<Arch>(s.block, left, top, {laid.data(), s.block.width});
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < found.size(); ++i) numbers.push_back(found.number(i));
    return numbers;
}

} // namespace

TEMPLATE_TEST_CASE("the best places at half the resolution are those of all", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (bool const smooth : {false, true})
            for (int side = 1; side <= 13; side += 2) {
                support::searched s({{side + 12, side + 9}, {side, side + 40}, {side + 1, side}}, channels,
                                    smooth);
                for (int const width : {0, side / 3, side - 1})
                    for (auto const block : {extent{side, side}, {(side + 1) / 2, (side + 2) / 3}}) {
                        s.lay_two(block);
                        support::over_each_overlap([&](bool left, bool top) {
                            auto const all = support::coarse_ranking(s, width, left, top);
                            for (std::size_t const most : {std::size_t{1}, std::size_t{9}, all.size() + 1}) {
                                std::vector<std::size_t> expected;
                                for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
                                    expected.push_back(all[i].second);
                                REQUIRE(best<TestType>(s, side, width, left, top, most) == expected);
                            }
                        });
                    }
            }
}

TEST_CASE("of no places none is the best", "[kernel]")
{
    support::searched s({{20, 20}}, 3);
    s.lay({8, 8});
    CHECK(best<husk::simd::best>(s, 8, 2, true, true, 0).empty());
}
