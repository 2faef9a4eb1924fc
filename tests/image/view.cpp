// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/image/view.hpp>

#include <array>

using husk::packed, husk::planar;

static_assert(std::is_convertible_v<packed<float>, packed<float const>>);
static_assert(!std::is_convertible_v<packed<float const>, packed<float>>);
static_assert(std::is_convertible_v<planar<float>, planar<float const>>);
static_assert(!std::is_convertible_v<planar<float const>, planar<float>>);
static_assert(husk::view<packed<float>> && husk::view<planar<std::uint8_t const>> && !husk::view<int>);
static_assert(husk::writable_view<packed<float>> && !husk::writable_view<packed<float const>>);
static_assert(std::same_as<husk::element_of<planar<std::uint16_t const>>, std::uint16_t const>);

namespace {

/// The element at (x, y, c) of a 4 x 3 image lies where the layout says.
constexpr auto addresses() -> bool
{
    std::array<float, 60> memory{};
    packed<float> const hwc{memory.data(), {4, 3}};
    packed<float> const gapped{memory.data(), {4, 3}, 3, 15};
    planar<float> const chw{memory.data(), {4, 3}};
    planar<float> const rows{memory.data(), {4, 3}, 3, 12, 4}; // planes take turns row by row
    return &hwc(2, 1, 1) == &memory[1 * 12 + 2 * 3 + 1] && &gapped(2, 1, 1) == &memory[15 + 7] &&
           &chw(2, 1, 1) == &memory[12 + 4 + 2] && &rows(2, 1, 1) == &memory[12 + 4 + 2] &&
           &rows(3, 2, 2) == &memory[24 + 8 + 3] && hwc.at(2, 1) == &hwc(2, 1, 0) &&
           chw.row(2, 1) == &chw(0, 2, 1);
}

/// A crop sees the same pixels, and a crop of a crop too.
constexpr auto crops() -> bool
{
    std::array<float, 60> memory{};
    packed<float> const hwc{memory.data(), {4, 5}};
    planar<float> const chw{memory.data(), {4, 5}};
    auto const inner = hwc.crop({{1, 2}, {3, 3}}).crop({{1, 1}, {2, 2}});
    auto const planes = chw.crop({{1, 2}, {3, 3}}).crop({{1, 1}, {2, 2}});
    return &inner(1, 1, 2) == &hwc(3, 4, 2) && &planes(1, 1, 2) == &chw(3, 4, 2) &&
           inner.size == husk::extent{2, 2} && planes.size == husk::extent{2, 2};
}
static_assert(addresses() && crops());

} // namespace

TEST_CASE("views address foreign memory", "[image]")
{
    CHECK(addresses());
    CHECK(crops());
}
