// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/candidates.hpp>

#include <cmath>
#include <map>
#include <set>
#include <tuple>

using husk::extent;
using husk::detail::candidate, husk::detail::candidate_list, husk::detail::neighbourhood;
using husk::detail::quilt_rules, husk::simd::best;

namespace {

using spot = std::tuple<int, int, int>;

auto rules(int candidates, int balance_q8 = 0) -> quilt_rules
{
    return {4, 2, candidates, 0, balance_q8, 0, husk::quilt_choice::seam};
}

auto spots(std::span<candidate const> all) -> std::vector<spot>
{
    std::vector<spot> s;
    for (auto const& c : all) s.emplace_back(c.exemplar, c.at.x, c.at.y);
    return s;
}

} // namespace

TEST_CASE("no number of candidates means every place, once", "[kernel]")
{
    support::looked_at look({{7, 5}, {4, 9}, {4, 4}}, 1);
    std::set<spot> expected;
    for (int e = 0; e < 3; ++e)
        for (int y = 0; y + 3 <= look.exemplars[static_cast<std::size_t>(e)].window.size.height; ++y)
            for (int x = 0; x + 4 <= look.exemplars[static_cast<std::size_t>(e)].window.size.width; ++x)
                expected.emplace(e, x, y);
    for (int const candidates : {0, 1000}) { // more than there are: each once, and not some twice
        candidate_list list(look.memory, rules(candidates), look.exemplars);
        list.draw<best>({4, 3}, look.luck);
        auto const all = spots(list.all());
        CHECK(all.size() == expected.size());
        CHECK(std::set<spot>(all.begin(), all.end()) == expected);
    }
}

TEST_CASE("without an overlap, candidates are drawn from all places of all exemplars alike", "[kernel]")
{
    support::looked_at look({{7, 5}, {4, 9}}, 1);
    auto apart = rules(10);
    apart.overlap = 0;
    candidate_list list(look.memory, apart, look.exemplars);
    std::map<spot, int> seen;
    for (int round = 0; round < 2600; ++round) {
        list.draw<best>({4, 3}, look.luck);
        REQUIRE(list.all().size() == 10);
        for (auto const& s : spots(list.all())) ++seen[s];
    }
    REQUIRE(seen.size() == 4 * 3 + 1 * 7);
    double const expected = 26'000. / 19;
    double chi = 0;
    for (auto const& [s, n] : seen) chi += (n - expected) * (n - expected) / expected;
    CHECK(chi < 18 + 5 * std::sqrt(36.));
}

TEST_CASE("the border is drawn for half an overlap beyond it too", "[kernel]")
{
    // How often each place is drawn must be how many of the wider range are moved to it: counted one by one.
    for (extent const block : {extent{6, 6}, {6, 2}, {1, 6}})
        for (int const overlap : {1, 2, 3, 5}) {
            support::looked_at look({{11, 9}, {7, 13}}, 1);
            candidate_list list(look.memory, {6, overlap, 12, 0, 0, 0, husk::quilt_choice::seam},
                                look.exemplars);
            int const past_x = std::min(overlap, (block.width - 1) / 2),
                      past_y = std::min(overlap, (block.height - 1) / 2);
            std::map<spot, int> shares, seen;
            int all = 0;
            for (int e = 0; e < 2; ++e) {
                auto const whole = look.exemplars[static_cast<std::size_t>(e)].window.size;
                int const right = whole.width - block.width, bottom = whole.height - block.height;
                for (int y = -past_y; y <= bottom + past_y; ++y)
                    for (int x = -past_x; x <= right + past_x; ++x, ++all)
                        ++shares[{e, std::min(std::max(x, 0), right), std::min(std::max(y, 0), bottom)}];
            }
            for (int round = 0; round < 500; ++round) {
                list.draw<best>(block, look.luck);
                REQUIRE(list.all().size() == 12);
                for (auto const& s : spots(list.all())) ++seen[s];
            }
            double chi = 0;
            for (auto const& [s, share] : shares) {
                auto const expected = 12. * 500 * share / all;
                chi += (seen[s] - expected) * (seen[s] - expected) / expected;
            }
            REQUIRE(seen.size() <= shares.size()); // and nowhere else
            auto const freedom = static_cast<double>(shares.size() - 1);
            CHECK(chi < freedom + 5 * std::sqrt(2 * freedom));
        }
}

TEST_CASE("keep_best keeps the least of every n-th, the first of equals", "[kernel]")
{
    support::looked_at look({{30, 30}}, 1);
    for (std::size_t const keep : {1u, 2u, 4u, 7u, 24u, 99u, 100u})
        for (std::uint32_t const scores : {1u, 3u, 50u, 100'000u})
            for (std::uint32_t const banned : {0u, 2u, 7u}) { // one of so many stays out
                auto some = rules(100);
                some.finalists = static_cast<int>(keep);
                candidate_list list(look.memory, some, look.exemplars);
                list.draw<best>({4, 4}, look.luck);
                std::vector<candidate> all(list.all().begin(), list.all().end());
                for (std::size_t i = 0; i < all.size(); ++i) // the score, and a mark by which it is known
                    all[i].score = static_cast<std::int64_t>(look.luck.below(scores)) - 2,
                    all[i].cost = static_cast<std::int64_t>(i);
                std::copy(all.begin(), all.end(), list.all().begin());
                auto const out = [&](candidate const& c) {
                    return banned > 0 && c.cost % static_cast<std::int64_t>(banned) == 0;
                };
                std::vector<std::int64_t> expected;
                for (std::size_t j = 0; j < keep; ++j) {
                    auto best_one = j;
                    bool found = false;
                    for (std::size_t i = j; i < all.size(); i += keep)
                        if (!out(all[i]) && (!found || all[i].score < all[best_one].score))
                            best_one = i, found = true;
                    expected.push_back(found ? static_cast<std::int64_t>(best_one) : -1);
                }
                list.keep_best<best>(
                    keep, [](candidate const& c) { return c.score; }, out);
                REQUIRE(list.all().size() == keep);
                for (std::size_t j = 0; j < keep; ++j) {
                    auto const got = list.all()[j].cost;
                    if (expected[j] >= 0) REQUIRE(got == expected[j]);
                    else
                        REQUIRE(static_cast<std::size_t>(got) % keep ==
                                j); // all of that draw were to stay out
                }
            }
}

TEST_CASE("keep_if keeps what holds, and everything where nothing does", "[kernel]")
{
    support::looked_at look({{9, 9}}, 1);
    candidate_list list(look.memory, rules(0), look.exemplars);
    list.draw<best>({4, 4}, look.luck);
    REQUIRE(list.all().size() == 36);
    list.keep_if<best>([](candidate const& c) { return c.at.x == 2; });
    CHECK(spots(list.all()) ==
          std::vector<spot>{{0, 2, 0}, {0, 2, 1}, {0, 2, 2}, {0, 2, 3}, {0, 2, 4}, {0, 2, 5}});
    list.keep_if<best>([](candidate const& c) { return c.at.x == 3; });
    CHECK(list.all().size() == 6);
}

TEST_CASE("the price of being seen rises with balance and contrast, and is never nothing", "[kernel]")
{
    auto const weight = [](std::uint32_t contrast, int balance_q8) {
        support::looked_at look({{40, 40}}, 3, contrast);
        candidate_list const list(look.memory, rules(0, balance_q8), look.exemplars);
        return list.weight(look.guide);
    };
    CHECK(weight(256, 0) == 0);
    CHECK(weight(1, 256) == 1); // all one colour
    CHECK(weight(100, 2560) > weight(50, 2560));
    CHECK(weight(100, 2560) > weight(100, 256));
    CHECK(weight(100, 256) > 1);
}
