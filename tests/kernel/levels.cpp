// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/levels.hpp>

#include <limits>

using husk::detail::levels;

namespace {

/// The levels of a row of values, looked at in a window that leaves the last one out.
template <class T>
auto levels_of(std::vector<T> const& values) -> std::vector<int>
{
    auto const n = static_cast<int>(values.size());
    husk::packed<T const> const source{values.data(), {n, 1}, 1};
    husk::exemplar const window{{{0, 0}, {n - 1, 1}}, 0};
    levels<husk::packed<T const>> const l(std::span(&source, 1), std::span(&window, 1));
    std::vector<int> out;
    for (int x = 0; x + 1 < n; ++x) out.push_back(l(0, x, 0, 0));
    return out;
}

constexpr auto inf = std::numeric_limits<float>::infinity();
constexpr auto not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr auto huge = std::numeric_limits<float>::max();
constexpr auto tiny = std::numeric_limits<float>::denorm_min();

} // namespace

TEST_CASE("bytes are their own levels", "[kernel]")
{
    CHECK(levels_of<std::uint8_t>({0, 7, 255, 9}) == std::vector{0, 7, 255});
}

TEST_CASE("16 bits are stretched from the range that the exemplars have", "[kernel]")
{
    CHECK(levels_of<std::uint16_t>({1000, 1100, 1255, 65535}) == std::vector{0, 100, 255});
    CHECK(levels_of<std::uint16_t>({0, 65535, 32768, 257, 256, 3}) == std::vector{0, 255, 127, 1, 0});
    CHECK(levels_of<std::uint16_t>({777, 777, 0}) == std::vector{0, 0});
}

TEST_CASE("floats are stretched from their finite range, and what is not finite has an end of it", "[kernel]")
{
    CHECK(levels_of<float>({-1, 0, 1, 99}) == std::vector{0, 127, 255});
    CHECK(levels_of<float>({0, not_a_number, 1, inf, -inf, .5f, 99}) == std::vector{0, 0, 255, 255, 0, 127});
    CHECK(levels_of<float>({3, 3, 3, 99}) == std::vector{0, 0, 0});
    CHECK(levels_of<float>({not_a_number, not_a_number, inf, -inf, 99}).size() ==
          4); // no range at all: no undefined behaviour
    CHECK(levels_of<float>({-huge, huge, 0, inf, not_a_number, 1}).size() == 5);
    CHECK(levels_of<float>({0, tiny, 2 * tiny, inf, 1}).size() == 4);
    CHECK(levels_of<float>({1, 1 + 1e-7f, 99}) == std::vector{0, 255});
    CHECK(levels_of<float>({.25f * huge, .5f * huge, 0}) == std::vector{0, 255});
}

TEST_CASE("levels are of the windows' pixels, in every channel", "[kernel]")
{
    auto const source = support::numbered<std::uint16_t>({20, 10});
    auto const view = source.view();
    husk::exemplar const windows[] = {{{{3, 2}, {4, 5}}, 0}, {{{10, 4}, {2, 2}}, 0}};
    levels<husk::packed<std::uint16_t const>> const l(std::span(&view, 1), windows);
    // Values are (y x 20 + x) x 3 + c: from (3, 2, 0) to (6, 6, 2).
    int const low = (2 * 20 + 3) * 3, high = (6 * 20 + 6) * 3 + 2;
    for (std::size_t e = 0; e < 2; ++e)
        for (int y = 0; y < windows[e].window.size.height; ++y)
            for (int x = 0; x < windows[e].window.size.width; ++x)
                for (int c = 0; c < 3; ++c) {
                    auto const at = windows[e].window.at;
                    int const v = view(at.x + x, at.y + y, c);
                    CHECK(l(e, x, y, c) == (v - low) * 255 / (high - low));
                }
}
