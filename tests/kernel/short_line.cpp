// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/level_changes.hpp"

#include <husk/transform/brightness.hpp>
#include <husk/transform/brightness_shift.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/invert.hpp>

using husk::detail::short_line;

namespace {

/// What a change of every channel by itself makes of `count` bytes, from memory that ends where they do.
template <class Line>
auto right(Line const& line, husk::detail::level_bytes const& expected, std::size_t count) -> bool
{
    std::vector<std::uint8_t> from(count), to(count);
    for (std::size_t i = 0; i < count; ++i) from[i] = static_cast<std::uint8_t>(i * 37 + i / 256);
    line(from.data(), to.data(), count);
    for (std::size_t i = 0; i < count; ++i)
        if (to[i] != expected[3 * std::size_t{from[i]} + i % 3]) return false;
    return true;
}

} // namespace

TEMPLATE_TEST_CASE("bytes changed along lines in 16 bits are bytes changed as colours", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    support::lines_found factors, distances, own_means, shifts;
    for (float f = 0; f < 1.95f; f += .0027f) {
        using line = short_line<TestType>;
        float const rest = 1 - f;
        support::look_for_line<line, TestType>(factors, husk::brightness::kernel{f});
        for (float const mean : {.1f, .42f, .9f})
            support::look_for_line<line, TestType>(
                distances, husk::contrast::about{f, {mean * rest, mean * rest, mean * rest}});
        support::look_for_line<line, TestType>(
            own_means, husk::contrast::about{f, {.1f * rest, .5f * rest, .9f * rest}});
        support::look_for_line<line, TestType>(shifts, husk::brightness_shift::kernel{f - 1});
    }
    for (auto const& found : {factors, distances, own_means, shifts})
        CHECK(found.lines > found.all * 95 / 100);
}

TEST_CASE("what is no rising line, or not of numbers of 16 bits, is not taken for one", "[kernel]")
{
    using arch = husk::simd::best;
    support::lines_found found;
    auto const check = [&](auto const&... k) { support::look_for_line<short_line<arch>, arch>(found, k...); };
    check(support::one_level_off{});
    check(husk::brightness::kernel{.7f}, husk::invert::kernel{});
    check(husk::brightness::kernel{3}); // to 765
    check(husk::brightness::kernel{1000});
    CHECK((found.all == 4 && found.lines == 0));
}

TEMPLATE_TEST_CASE("lines in 16 bits change any number of pixels, and none beyond", "[kernel]",
                   husk::simd::best, husk::simd::scalar)
{
    std::vector<std::byte> room(1 << 16);
    husk::arena memory(room);
    auto const rows =
        support::changed_levels<TestType>(memory, husk::contrast::about{1.317f, {-.031f, -.2f, -.117f}});
    auto const expected = husk::detail::packed_levels<TestType>(rows.levels);
    auto const line = short_line<TestType>::through(rows.levels, expected);
    REQUIRE(line);
    for (std::size_t pixels = line->bytes_at_once / 3; pixels <= 300; ++pixels)
        REQUIRE(right(*line, expected, 3 * pixels));
}
