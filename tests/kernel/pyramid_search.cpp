// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/coarse_ranking.hpp"

#include <husk/kernel/pyramid_search.hpp>

#include <algorithm>
#include <optional>

using husk::extent, husk::detail::word_pictures, husk::detail::pyramid_search, husk::detail::priced_place;

namespace {

auto slow_best(support::searched const& s, int width, bool left, bool top, std::size_t n)
    -> std::vector<priced_place>
{
    extent const block = husk::detail::half(s.block);
    std::vector<extent> halves;
    for (auto const& e : s.sizes) halves.push_back(husk::detail::half(e));
    husk::detail::places const coarse(halves, block), fine(s.sizes, s.block);
    auto const ranking = support::coarse_ranking(s, width, left, top);
    auto const exact = s.slow(width, left, top, [](std::uint64_t d) { return d; });
    std::vector<priced_place> found;
    for (std::size_t i = 0; i < std::min(n, ranking.size()); ++i) {
        auto const center = coarse.at(ranking[i].second);
        priced_place best{{}, ~0u};
        for (std::size_t j = 0; j < exact.size(); ++j) {
            auto const place = fine.at(j);
            if (place.exemplar != center.exemplar || std::abs(place.at.x - 2 * center.at.x) > 1 ||
                std::abs(place.at.y - 2 * center.at.y) > 1)
                continue;
            if (exact[j] < best.cost) best = {place, static_cast<std::uint32_t>(exact[j])};
        }
        if (std::find(found.begin(), found.end(), best) == found.end()) found.push_back(best);
    }
    return found;
}

/// A pyramid over the exemplars of a scene, and what is laid there as words.
class built {
public:
    template <class Arch>
    static auto make(support::searched const& s, int side, int width, std::size_t most) -> built
    {
        return built(s, side, width, static_cast<int>(most), std::type_identity<Arch>{});
    }

    template <class Arch, class Counts>
    auto best(bool left, bool top, std::size_t n, Counts const& counts) -> std::vector<priced_place>
    {
        auto const words = scene_.laid_words();
        std::vector<priced_place> found(n);
        found.resize(search_->best<Arch>(*pictures_, scene_.block, left, top,
                                         {words.data(), scene_.block.width}, counts, found));
        return found;
    }
    template <class Arch>
    auto best(bool left, bool top, std::size_t n) -> std::vector<priced_place>
    {
        return best<Arch>(left, top, n, [](husk::detail::spot const&) { return true; });
    }

private:
    template <class Arch>
    built(support::searched const& s, int side, int width, int most, std::type_identity<Arch>) :
        scene_(s), exemplars_(s.exemplars())
    {
        husk::arena count;
        word_pictures(count, exemplars_, s.channels);
        pyramid_search(count, exemplars_, s.channels, side, width, most);
        auto memory = room_.fit(count.used());
        pictures_.emplace(memory, exemplars_, s.channels);
        search_.emplace(memory, exemplars_, s.channels, side, width, most);
        pictures_->fill<Arch>(support::levels_of(s));
        search_->fill<Arch>(*pictures_);
    }

    support::searched const& scene_;
    std::vector<husk::exemplar> exemplars_;
    husk::workspace room_;
    std::optional<word_pictures> pictures_;
    std::optional<pyramid_search> search_;
};

template <class Arch>
void check(support::searched& s, extent block, int side, int width, std::size_t n)
{
    built search = built::make<Arch>(s, side, width, n);
    s.lay_two(block);
    support::over_each_overlap([&](bool left, bool top) {
        REQUIRE(search.best<Arch>(left, top, n) == slow_best(s, width, left, top, n));
    });
}

} // namespace

TEMPLATE_TEST_CASE("the pyramid finds what plain loops find, at every size", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (int side = 1; side <= 15; ++side) {
            support::searched s({{side + 9, side + 6}, {side, side + 7}, {side + 1, side}}, channels, true);
            for (int const width : {0, 1, side / 3, side / 2, side - 1}) {
                if (width >= side) continue;
                check<TestType>(s, {side, side}, side, width, 8);
                check<TestType>(s, {(side + 1) / 2, (side + 2) / 3}, side, width, 1);
                check<TestType>(s, {side, side}, side, width, 1000); // more than there are
            }
        }
}

TEST_CASE("what was taken from an even place of an exemplar is found there", "[kernel]")
{
    support::searched s({{65, 64}, {70, 60}}, 3, true);
    built search = built::make<husk::simd::best>(s, 32, 8, 8);
    for (int round = 0; round < 14; ++round) {
        husk::point const at{2 * round, 28 - 2 * round};
        s.lay({32, 32}, round % 2, at);
        auto const found = search.best<husk::simd::best>(true, true, 8);
        REQUIRE(found.size() >= 1);
        CHECK(found[0] == priced_place{{round % 2, at}, 0});
    }
}

TEST_CASE("a place that does not count makes room for another one", "[kernel]")
{
    support::searched s({{40, 41}}, 3, true);
    built search = built::make<husk::simd::best>(s, 16, 4, 6);
    s.lay_two({16, 16});
    auto const all = search.best<husk::simd::best>(true, true, 6);
    REQUIRE(all.size() >= 3);
    auto const others = search.best<husk::simd::best>(
        true, true, all.size() - 1, [&](husk::detail::spot const& spot) { return !(spot == all[1].place); });
    auto expected = all;
    expected.erase(expected.begin() + 1);
    CHECK(others == expected);
}
