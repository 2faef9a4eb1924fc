// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/threads.hpp>

#include <atomic>
#include <thread>

TEST_CASE("every item runs once, and a worker does one at a time", "[pipeline][threads]")
{
    for (int const count : {1, 2, 7, 64}) {
        husk::threads team(count);
        CHECK(team.workers() == count);
        std::vector<std::atomic<int>> runs(1000), busy(static_cast<std::size_t>(count));
        std::atomic<int> clashes = 0;
        for (int round = 0; round < 3; ++round)
            team.bulk(1000, [&](int item, int worker) {
                auto& mine = busy[static_cast<std::size_t>(worker)];
                if (mine.fetch_add(1) != 0) ++clashes;
                ++runs[static_cast<std::size_t>(item)];
                mine.fetch_sub(1);
            });
        CHECK(clashes == 0);
        CHECK(std::all_of(runs.begin(), runs.end(), [](auto const& n) { return n == 3; }));
    }
}

TEST_CASE("nothing to do is done at once", "[pipeline][threads]")
{
    husk::threads team(2);
    bool called = false;
    team.bulk(0, [&](int, int) { called = true; });
    team.bulk(-1, [&](int, int) { called = true; });
    CHECK_FALSE(called);
}

TEST_CASE("the exception of the lowest item comes out, the others finish, and the team goes on",
          "[pipeline][threads]")
{
    husk::threads team(4);
    for (int round = 0; round < 20; ++round) {
        std::atomic<int> finished = 0;
        int thrown = -1;
        try {
            team.bulk(100, [&](int item, int) {
                if (item % 30 == 7) throw item;
                ++finished;
            });
        } catch (int item) {
            thrown = item;
        }
        CHECK(thrown == 7);
        CHECK(finished == 96);
    }
    std::atomic<int> after = 0;
    team.bulk(10, [&](int, int) { ++after; });
    CHECK(after == 10);
}

TEST_CASE("calls from several threads queue up", "[pipeline][threads]")
{
    husk::threads team(3);
    std::atomic<int> inside = 0, most = 0, total = 0;
    auto const call = [&] {
        for (int i = 0; i < 50; ++i) {
            team.bulk(8, [&](int, int) {
                auto const now = ++inside;
                auto seen = most.load();
                while (now > seen && !most.compare_exchange_weak(seen, now)) {}
                ++total;
                --inside;
            });
        }
    };
    {
        std::jthread const a(call), b(call);
    }
    CHECK(total == 800);
    CHECK(most <= 3);
}

TEST_CASE("impossible teams are refused", "[pipeline][threads]")
{
    CHECK(support::contains(support::message_of([] { husk::threads(-1); }), "threads.count is -1"));
    CHECK(support::contains(support::message_of([] { husk::threads(5000); }), "threads.count is 5000"));
    CHECK(husk::threads(0).workers() >= 1);
}
