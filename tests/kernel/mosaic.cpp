// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/mosaic.hpp>
#include <husk/kernel/stage.hpp>

TEST_CASE("a cut keeps what lies behind both seams", "[kernel]")
{
    // Columns 1 0 2 from row to row; rows 0 2 0 1 from column to column.
    std::vector<std::uint16_t> const cuts{1, 0, 2, 0, 2, 0, 1};
    husk::piece const p{{10, 20}, {4, 3}, {100, 200}, husk::turn::none, 0, 0};
    std::vector<std::string> drawn(3, std::string(4, '.'));
    husk::for_each_run<void>(husk::mosaic{std::span(&p, 1), cuts}, p, [&](husk::run const& r) {
        CHECK(r.from.x - 100 == r.to.x - 10);
        CHECK(r.from.y - 200 == r.to.y - 20);
        for (int i = 0; i < r.length; ++i)
            drawn[static_cast<std::size_t>(r.to.y - 20)][static_cast<std::size_t>(r.to.x - 10 + i)] = '#';
    });
    CHECK(drawn == std::vector<std::string>{"..#.", "#.##", "..##"});
}

TEST_CASE("a piece without a cut is one run a row", "[kernel]")
{
    husk::piece const p{{1, 1}, {5, 4}, {9, 3}, husk::turn::half};
    int rows = 0;
    husk::for_each_run<void>(husk::mosaic{std::span(&p, 1), {}}, p, [&](husk::run const& r) {
        CHECK(r.length == 5);
        CHECK(r.step == husk::point{-1, 0});
        CHECK(r.from == husk::point{9, 3 - rows});
        CHECK(r.to == husk::point{1, 1 + rows++});
    });
    CHECK(rows == 4);
}
