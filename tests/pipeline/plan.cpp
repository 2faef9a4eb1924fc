// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

#include <sstream>

using husk::key;

namespace {

constexpr auto everything =
    husk::patch_negative{.side = {4, 9}, .flips = true, .size = {30, 30}} |
    husk::maybe(.5f, husk::grid_shuffle{.cells = 3}) |
    husk::one_of(husk::grid_shuffle{.pixels = 7}, husk::patch_negative{.side = {5, 5}});

} // namespace

TEST_CASE("a plan is a value: equal keys, equal plans, and copies run alike", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    auto const a = husk::draw(everything, key{.index = 1}, source.size());
    auto const b = husk::draw(everything, key{.index = 1}, source.size());
    auto const other = husk::draw(everything, key{.index = 2}, source.size());
    auto copy = a;
    CHECK(a == b);
    CHECK(copy == a);
    CHECK_FALSE(a == other);
    copy = other;
    CHECK(copy == other);

    husk::workspace memory;
    husk::image<std::uint8_t> x({30, 30}), y({30, 30});
    husk::execute(a, source, x, memory);
    husk::execute(b, source, y, memory);
    CHECK(x == y);
}

TEST_CASE("a plan prints every decision", "[pipeline]")
{
    auto const p =
        husk::draw(husk::patch_negative{.side = {9, 9}} | husk::grid_shuffle{.cells = 2}, key{}, {20, 20});
    std::ostringstream out;
    out << p;
    CHECK(out.str() == husk::describe(p));
    CHECK(support::contains(out.str(), "patch_negative{side 9, size 20x20, windows "));
    CHECK(support::contains(out.str(), "} | grid_shuffle{2x2 cells, order "));
}

TEST_CASE("a plan knows its output's size", "[pipeline]")
{
    CHECK(husk::draw(everything, key{}, {40, 30}).size() == husk::extent{30, 30});
    CHECK(husk::draw(husk::compose(), key{}, {40, 30}).size() == husk::extent{40, 30});
}

TEST_CASE("the empty plan copies", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    CHECK(husk::apply(husk::compose(), key{}, source) == source);
}

TEST_CASE("plans may hold plans", "[pipeline]")
{
    auto const inner = husk::patch_negative{.side = {4, 9}} | husk::grid_shuffle{.cells = 3};
    auto const nested = husk::maybe(1, inner) | husk::one_of(inner, husk::grid_shuffle{.cells = 2});
    auto const source = support::numbered<std::uint16_t>({40, 30});
    auto const p = husk::draw(nested, key{.seed = 3}, source.size());
    husk::workspace memory;
    husk::image<std::uint16_t> out({40, 30}), replayed({40, 30});
    husk::trace(p, source, out, memory).replay(source.view(), replayed.view());
    CHECK(out == replayed);
}
