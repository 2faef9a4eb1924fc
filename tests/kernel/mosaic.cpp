// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/mosaic.hpp>
#include <husk/kernel/stage.hpp>
#include <husk/rng/stream.hpp>

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

TEST_CASE("whatever the size of a piece, what lies behind both seams is laid once, from top to bottom",
          "[kernel]")
{
    husk::stream g(husk::key{.seed = 8});
    for (husk::extent const size : {husk::extent{1, 1}, {40, 40}, {64, 64}, {64, 70}, {65, 20}, {130, 90}})
        for (int round = 0; round < 40; ++round) {
            auto const below = [&](int n) { return g.below(static_cast<std::uint32_t>(n)); };
            auto const most = static_cast<int>(1 + below(round % 4 == 0 ? 200 : 1 + size.height));
            std::vector<std::uint16_t> cuts;
            for (int y = 0; y < size.height; ++y)
                cuts.push_back(static_cast<std::uint16_t>(below(size.width + 2)));
            for (int x = 0; x < size.width; ++x) cuts.push_back(static_cast<std::uint16_t>(below(most)));
            husk::piece const p{{0, 0}, size, {0, 0}, husk::turn::none, 0, 0};
            std::vector<int> laid(static_cast<std::size_t>(size.area()));
            husk::point last{-1, 0};
            husk::for_each_run<void>(husk::mosaic{std::span(&p, 1), cuts}, p, [&](husk::run const& r) {
                REQUIRE((r.to.y > last.y || (r.to.y == last.y && r.to.x > last.x)));
                REQUIRE(r.length > 0);
                last = {r.to.x + r.length - 1, r.to.y};
                REQUIRE(last.x < size.width);
                for (int x = r.to.x; x <= last.x; ++x)
                    ++laid[static_cast<std::size_t>(r.to.y * size.width + x)];
            });
            for (int y = 0; y < size.height; ++y)
                for (int x = 0; x < size.width; ++x) {
                    bool const behind = x >= cuts[static_cast<std::size_t>(y)] &&
                                        y >= cuts[static_cast<std::size_t>(size.height + x)];
                    REQUIRE(laid[static_cast<std::size_t>(y * size.width + x)] == (behind ? 1 : 0));
                }
        }
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
