// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/border.hpp>

#include <limits>

using husk::border, husk::place;

TEST_CASE("coordinates inside an image stay where they are", "[kernel]")
{
    for (auto const b : {border::constant, border::edge, border::reflect})
        for (int length = 1; length < 9; ++length)
            for (int i = 0; i < length; ++i) CHECK(place(i, length, b) == i);
}

TEST_CASE("a border goes on with a constant or with the last pixel", "[kernel]")
{
    for (int const length : {1, 2, 7})
        for (int const d : {1, 2, 100}) {
            CHECK(place(-d, length, border::constant) == -1);
            CHECK(place(length - 1 + d, length, border::constant) == -1);
            CHECK(place(-d, length, border::edge) == 0);
            CHECK(place(length - 1 + d, length, border::edge) == length - 1);
        }
}

TEST_CASE("a mirror walks to and fro, and never stands still", "[kernel]")
{
    for (int length = 1; length < 9; ++length) {
        int at = 0, step = 1; // the oracle: a walk that turns at both ends
        for (int i = 0; i < 50; ++i) {
            CHECK(place(i, length, border::reflect) == at);
            CHECK(place(-i, length, border::reflect) == at);
            if (length > 1) {
                if (at + step < 0 || at + step == length) step = -step;
                at += step;
            }
        }
    }
    constexpr int far = std::numeric_limits<int>::max();
    CHECK(place(far, far, border::reflect) == far - 2);
    CHECK(place(-far - 1, 2, border::reflect) == 0);
    CHECK(place(far, 2, border::reflect) == 1);
}
