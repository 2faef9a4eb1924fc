// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/negative/grid_shuffle.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/invert.hpp>
#include <husk/transform/solarize.hpp>
#include <husk/transform/some_of.hpp>

#include <map>

using husk::image, husk::key;
using support::contains, support::message_of;

namespace {

auto of_four(int count)
{
    return husk::some_of(count, husk::invert{}, husk::brightness{.factor = {.5f, .5f}},
                         husk::contrast{.factor = {2.f, 2.f}}, husk::solarize{});
}

} // namespace

TEST_CASE("some_of picks different ones, each selection and order equally often", "[transform]")
{
    std::map<std::string, int> picked;
    for (std::uint64_t i = 0; i < 6000; ++i)
        ++picked[husk::draw(of_four(2), key{.index = i}, {9, 9}).describe()];
    CHECK(picked.size() == 12);
    for (auto const& [what, n] : picked) {
        INFO(what);
        CHECK(std::abs(n - 500) < 5 * 22); // deviation sqrt(6000 x 1/12 x 11/12)
        auto const bar = what.find(" | ");
        REQUIRE(bar != std::string::npos);
        CHECK(what.substr(0, bar) != what.substr(bar + 3));
    }
}

TEST_CASE("none, all, and counts that cannot be", "[transform]")
{
    auto const source = support::numbered({9, 9});
    CHECK(husk::apply(of_four(0), key{}, source) == source);
    CHECK(husk::draw(of_four(0), key{}, {9, 9}).describe() == "nothing");
    auto const all = husk::draw(of_four(4), key{}, {9, 9}).describe();
    for (auto const* const part : {"invert", "brightness", "contrast", "solarize"})
        CHECK(contains(all, part));
    for (int const count : {-1, 5})
        CHECK(contains(message_of([&] {
                           (void)husk::draw(of_four(count), key{}, {9, 9});
                       }),
                       "must lie in [0, 4]"));
}

TEST_CASE("an impossible option among several is an error, picked or not", "[transform]")
{
    auto const t = husk::some_of(1, husk::invert{}, husk::grid_shuffle{.cells = 0});
    for (std::uint64_t i = 0; i < 10; ++i)
        CHECK(contains(message_of([&] { (void)husk::draw(t, key{.index = i}, {9, 9}); }), "cells is 0"));
}

TEST_CASE("what is picked does not depend on the options' parameters", "[transform]")
{
    auto const a = husk::some_of(2, husk::invert{}, husk::brightness{}, husk::solarize{});
    auto const b = husk::some_of(2, husk::invert{}, husk::brightness{}, husk::solarize{.threshold = .1f});
    for (std::uint64_t i = 0; i < 20; ++i) {
        auto const x = std::get<0>(husk::draw(a, key{.index = i}, {9, 9}).steps);
        auto const y = std::get<0>(husk::draw(b, key{.index = i}, {9, 9}).steps);
        CHECK(x.steps.order == y.steps.order);
        CHECK(std::get<1>(x.steps.kernels) == std::get<1>(y.steps.kernels));
    }
}
