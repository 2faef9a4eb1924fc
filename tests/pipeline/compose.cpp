// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

using husk::key;

namespace {

constexpr husk::patch_negative a{.side = {4, 9}};
constexpr husk::grid_shuffle b{.cells = 3}, c{.pixels = 5};

} // namespace

TEST_CASE("composition is associative", "[pipeline]")
{
    static_assert(std::same_as<decltype((a | b) | c), decltype(a | (b | c))>);
    static_assert(std::same_as<decltype(husk::compose(a, b, c)), decltype(a | b | c)>);
    auto const source = support::numbered({40, 30});
    CHECK(husk::apply((a | b) | c, key{.seed = 4}, source) ==
          husk::apply(a | (b | c), key{.seed = 4}, source));
    CHECK(husk::apply(a, key{.seed = 4}, source) == husk::apply(husk::compose(a), key{.seed = 4}, source));
}

TEST_CASE("a pipeline is its stages one after the other", "[pipeline]")
{
    auto const source = support::numbered({40, 30});
    auto const p = husk::draw(a | b, key{.seed = 4}, source.size());
    auto const [first, second] = p.steps;
    husk::workspace memory;
    husk::image<std::uint8_t> between({40, 30}), out({40, 30});
    husk::execute(husk::plan<decltype(a)::kernel>{{first}, {40, 30}}, source, between, memory);
    husk::execute(husk::plan<decltype(b)::kernel>{{second}, {40, 30}}, between, out, memory);
    CHECK(out == husk::apply(a | b, key{.seed = 4}, source));
}

TEST_CASE("changing one stage never changes the luck of another", "[pipeline]")
{
    auto const one = husk::draw(a | b | c, key{.seed = 4}, {40, 30});
    auto const two =
        husk::draw(husk::patch_negative{.side = {2, 2}, .rotations = true} | b | c, key{.seed = 4}, {40, 30});
    CHECK(std::get<1>(one.steps) == std::get<1>(two.steps));
    CHECK(std::get<2>(one.steps) == std::get<2>(two.steps));
    CHECK_FALSE(std::get<0>(one.steps) == std::get<0>(two.steps));
}

TEST_CASE("a stage sees the size that the one before makes", "[pipeline]")
{
    auto const shrunk = husk::patch_negative{.side = {4, 4}, .size = {6, 6}} | husk::grid_shuffle{.cells = 7};
    CHECK(support::contains(support::message_of([&] {
                                (void)husk::draw(shrunk, key{}, {40, 30});
                            }),
                            "grid_shuffle.cells is 7: must lie in [1, 6] for a source of 6x6"));
}
