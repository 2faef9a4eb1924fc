// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/negative/patch_negative.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/one_of.hpp>

#include <map>

TEST_CASE("one_of picks each option equally often", "[transform]")
{
    auto const t =
        husk::one_of(husk::grid_shuffle{.cells = 2}, husk::grid_shuffle{.cells = 3}, husk::patch_negative{});
    std::map<std::string, int> picked;
    for (std::uint64_t i = 0; i < 3000; ++i)
        ++picked[husk::draw(t, husk::key{.index = i}, {90, 90}).describe().substr(0, 16)];
    CHECK(picked.size() == 3);
    for (auto const& [what, n] : picked)
        CHECK(std::abs(n - 1000) < 5 * 26); // deviation sqrt(3000 x 1/3 x 2/3)
}

TEST_CASE("an option does not change when the others do", "[transform]")
{
    auto const source = support::numbered({90, 90});
    husk::patch_negative const patch;
    auto const a = husk::one_of(husk::grid_shuffle{.cells = 2}, patch);
    auto const b = husk::one_of(husk::grid_shuffle{.cells = 9, .rotate = true}, patch);
    int same = 0;
    for (std::uint64_t i = 0; i < 40; ++i) {
        husk::key const k{.index = i};
        if (husk::draw(a, k, {90, 90}).describe().starts_with("patch")) {
            CHECK(husk::apply(a, k, source) == husk::apply(b, k, source));
            ++same;
        }
    }
    CHECK(same > 5);
}

TEST_CASE("options may have outputs of different sizes", "[transform]")
{
    auto const t =
        husk::one_of(husk::patch_negative{.size = {10, 10}}, husk::patch_negative{.size = {20, 30}});
    auto const source = support::numbered({90, 90});
    for (std::uint64_t i = 0; i < 10; ++i) {
        auto const out = husk::apply(t, husk::key{.index = i}, source);
        CHECK((out.size() == husk::extent{10, 10} || out.size() == husk::extent{20, 30}));
    }
}

TEST_CASE("an impossible option is an error whether or not it is picked", "[transform]")
{
    auto const t = husk::one_of(husk::grid_shuffle{}, husk::grid_shuffle{.cells = 0});
    for (std::uint64_t i = 0; i < 10; ++i)
        CHECK(support::contains(support::message_of([&] {
                                    (void)husk::draw(t, husk::key{.index = i}, {90, 90});
                                }),
                                "cells is 0"));
}
