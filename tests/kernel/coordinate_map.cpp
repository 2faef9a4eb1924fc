// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/coordinate_map.hpp>

#include <limits>

using husk::coordinate_map, husk::origin;

TEST_CASE("the identity replays to a copy, in every layout", "[kernel]")
{
    auto const source = support::numbered<float>({5, 4}, 4);
    husk::image<float, husk::planar> planes({5, 4}, 4);
    coordinate_map::identity({5, 4}).replay(source.view(), planes.view());
    CHECK(support::same_pixels(source.view(), planes.view()));
}

TEST_CASE("several sources are told apart by exemplar, one serves all", "[kernel]")
{
    auto const a = support::numbered({5, 4}), b = support::numbered({6, 6});
    coordinate_map m({2, 1});
    m(0, 0) = {0, 4, 3};
    m(1, 0) = {1, 2, 1};
    husk::image<std::uint8_t> out({2, 1});
    std::vector<husk::packed<std::uint8_t const>> const both{a.view(), b.view()};
    m.replay(std::span(both), out.view());
    CHECK(out.view()(0, 0, 2) == a.view()(4, 3, 2));
    CHECK(out.view()(1, 0, 2) == b.view()(2, 1, 2));
    m.replay(a.view(), out.view());
    CHECK(out.view()(1, 0, 2) == a.view()(2, 1, 2));
}

TEST_CASE("a map that does not fit is refused before anything is written", "[kernel]")
{
    using support::contains, support::message_of;
    auto const source = support::numbered({5, 4});
    husk::image<std::uint8_t> out({2, 1}), wrong({2, 2});
    coordinate_map m({2, 1});
    CHECK(contains(message_of([&] { m.replay(source.view(), wrong.view()); }), "target.size is 2x2"));
    m(1, 0) = {0, 5, 0};
    m(0, 0) = {0, 1, 1};
    CHECK(contains(message_of([&] { m.replay(source.view(), out.view()); }), "origin is (5, 0)"));
    CHECK(out == husk::image<std::uint8_t>({2, 1}));
    m(1, 0) = {2, 0, 0};
    std::vector<husk::packed<std::uint8_t const>> const two{source.view(), source.view()};
    CHECK(contains(message_of([&] { m.replay(std::span(two), out.view()); }), "origin"));
    CHECK(contains(message_of([&] { m.replay(std::span(two).first(0), out.view()); }), "sources is empty"));
    CHECK(contains(
        message_of([&] {
            auto same = support::numbered({2, 1});
            coordinate_map({2, 1}).replay(husk::packed<std::uint8_t const>(same.view()), same.view());
        }),
        "target is overlapping"));
}

TEST_CASE("a map of no size, or of too much, is refused", "[kernel]")
{
    using support::contains, support::message_of;
    constexpr int most = std::numeric_limits<int>::max();
    CHECK(contains(message_of([] { coordinate_map({-3, 4}); }), "coordinate_map.size.width is -3"));
    CHECK(contains(message_of([] { coordinate_map({3, 0}); }), "coordinate_map.size.height is 0"));
    CHECK(contains(message_of([] { coordinate_map({most, most}); }), "overflows"));
    CHECK(coordinate_map().size() == husk::extent{});
}
