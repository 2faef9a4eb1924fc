// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/level_table.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/brightness_shift.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/invert.hpp>

namespace level_line_tests { // named: the concept asks for an == that nothing calls

using husk::detail::level_line;

/// Every level in three channels, and what the kernels make of them, one after the other.
template <class Arch, class... Ks>
auto changed(husk::arena& memory, Ks const&... k) -> husk::row_source
{
    husk::row_source rows{{husk::detail::level_count, 1}};
    rows.bytes = {husk::detail::ramp.data(), rows.size};
    ((husk::detail::carry_levels<Arch>(k, husk::row_source(rows), rows, memory)), ...);
    return rows;
}

struct stepped {
    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        return {p.r, choose(p.g < .5f, V(0.f), V(1.f)), p.b};
    }
    friend auto operator==(stepped const&, stepped const&) -> bool = default;
};

} // namespace level_line_tests

using namespace level_line_tests;

TEMPLATE_TEST_CASE("bytes changed along lines are bytes changed as colours", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    std::vector<std::byte> room(1 << 18);
    int lines = 0, all = 0;
    auto const check = [&](auto const&... k) {
        husk::arena memory(room);
        auto const rows = changed<TestType>(memory, k...);
        auto const expected = husk::detail::packed_levels<TestType>(rows.levels);
        ++all;
        auto const line = level_line<TestType>::through(rows.levels, expected);
        if (!line) return;
        ++lines;
        husk::detail::level_bytes got{};
        (*line)(husk::detail::ramp.data(), got.data(), got.size());
        REQUIRE(got == expected);
    };
    for (float f = 0; f < 4; f += .0137f) {
        check(husk::brightness::kernel{f});
        check(husk::contrast::about{f, {.1f * (1 - f), .5f * (1 - f), .9f * (1 - f)}});
        check(husk::brightness_shift::kernel{f / 2 - 1}, husk::invert::kernel{});
    }
    CHECK(lines > all * 9 / 10);
}

TEST_CASE("what lies on no line is not taken for one", "[kernel]")
{
    std::vector<std::byte> room(1 << 16);
    husk::arena memory(room);
    auto const rows = changed<husk::simd::best>(memory, stepped{});
    CHECK_FALSE(level_line<husk::simd::best>::through(
        rows.levels, husk::detail::packed_levels<husk::simd::best>(rows.levels)));
}
