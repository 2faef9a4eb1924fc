// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/turn.hpp>

#include <array>
#include <set>

using husk::axes_of, husk::start_of, husk::turn;

namespace {

/// The 3 x 3 square 0..8, laid down turned by `t`, read row by row.
constexpr auto laid(turn t) -> std::array<int, 9>
{
    std::array<int, 9> out{};
    auto const a = axes_of(t);
    auto const start = start_of({{0, 0}, {3, 3}}, t);
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 3; ++x)
            out[static_cast<std::size_t>(y * 3 + x)] =
                (start.y + x * a.right.y + y * a.down.y) * 3 + start.x + x * a.right.x + y * a.down.x;
    return out;
}

static_assert(laid(turn::none) == std::array{0, 1, 2, 3, 4, 5, 6, 7, 8});
static_assert(laid(turn::quarter) == std::array{6, 3, 0, 7, 4, 1, 8, 5, 2});
static_assert(laid(turn::half) == std::array{8, 7, 6, 5, 4, 3, 2, 1, 0});
static_assert(laid(turn::three_quarters) == std::array{2, 5, 8, 1, 4, 7, 0, 3, 6});
static_assert(laid(turn::mirror) == std::array{2, 1, 0, 5, 4, 3, 8, 7, 6});
static_assert(laid(turn::mirror_half) == std::array{6, 7, 8, 3, 4, 5, 0, 1, 2});

} // namespace

TEST_CASE("the eight turns are all different and stay inside their square", "[kernel]")
{
    std::set<std::array<int, 9>> all;
    for (int t = 0; t < 8; ++t) {
        auto const square = laid(static_cast<turn>(t));
        CHECK(std::set<int>(square.begin(), square.end()).size() == 9);
        CHECK(*std::min_element(square.begin(), square.end()) == 0);
        CHECK(*std::max_element(square.begin(), square.end()) == 8);
        all.insert(square);
    }
    CHECK(all.size() == 8);
}

TEST_CASE("a mirrored turn mirrors first, then turns", "[kernel]")
{
    auto const mirrored = laid(turn::mirror);
    for (int quarters = 0; quarters < 4; ++quarters) {
        auto const plain = laid(static_cast<turn>(quarters));
        auto const both = laid(static_cast<turn>(4 + quarters));
        for (std::size_t i = 0; i < 9; ++i) CHECK(both[i] == mirrored[static_cast<std::size_t>(plain[i])]);
    }
}
