// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/maybe.hpp>

using support::contains, support::message_of;

TEST_CASE("maybe happens as often as it says", "[transform]")
{
    auto const t = husk::maybe(.3f, husk::grid_shuffle{});
    int happened = 0;
    for (std::uint64_t i = 0; i < 3000; ++i)
        happened += husk::draw(t, husk::key{.index = i}, {56, 56}).describe() != "nothing";
    CHECK(std::abs(happened - 900) < 5 * 25); // deviation sqrt(3000 x .3 x .7) = 25
}

TEST_CASE("what does not happen is a copy, and what happens is the transform", "[transform]")
{
    auto const source = support::numbered({56, 56});
    husk::key const k{.seed = 4};
    CHECK(husk::apply(husk::maybe(0, husk::grid_shuffle{}), k, source) == source);
    auto const sure = husk::draw(husk::maybe(1, husk::grid_shuffle{}), k, source.size());
    CHECK(contains(sure.describe(), "grid_shuffle"));
    CHECK_FALSE(husk::apply(husk::maybe(1, husk::grid_shuffle{}), k, source) == source);
}

TEST_CASE("maybe refuses impossible odds and transforms that change the size", "[transform]")
{
    auto const attempt = [](auto t) {
        return message_of([&] { (void)husk::draw(t, husk::key{}, {90, 90}); });
    };
    CHECK(contains(attempt(husk::maybe(1.5f, husk::grid_shuffle{})), "maybe.probability is 1.5"));
    CHECK(contains(attempt(husk::maybe(-1, husk::grid_shuffle{})), "maybe.probability is -1"));
    CHECK(contains(attempt(husk::maybe(0, husk::patch_negative{.size = {80, 80}})), "output size is 80x80"));
    CHECK(contains(attempt(husk::maybe(0, husk::grid_shuffle{.cells = 91})), "grid_shuffle.cells is 91"));
}
