// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

using husk::interval, husk::key, husk::stream;

namespace {

/// Pearson's statistic against equal counts; its expectation is bins - 1, its deviation sqrt(2 (bins - 1)).
auto chi_square(std::vector<int> const& counts) -> double
{
    auto const expected =
        std::accumulate(counts.begin(), counts.end(), 0.) / static_cast<double>(counts.size());
    return std::accumulate(counts.begin(), counts.end(), 0., [&](double sum, int n) {
        return sum + (n - expected) * (n - expected) / expected;
    });
}

/// Five deviations: one draw in three millions fails, and the seeds are fixed.
auto looks_uniform(std::vector<int> const& counts) -> bool
{
    auto const freedom = static_cast<double>(counts.size() - 1);
    return chi_square(counts) < freedom + 5 * std::sqrt(2 * freedom);
}

} // namespace

TEST_CASE("a stream is a value that depends on every part of its key", "[rng]")
{
    std::set<std::uint32_t> first;
    for (key const& k : {key{}, key{.seed = 1}, key{.seed = std::uint64_t{1} << 32}, key{.epoch = 1},
                         key{.index = 1}, key{.index = std::uint64_t{1} << 32}, key{.view = 1}})
        first.insert(stream(k).bits());
    CHECK(first.size() == 7);

    stream a(key{.seed = 5}), b = a;
    CHECK(a == b);
    CHECK(a.bits() == b.bits());
    (void)a.bits();
    CHECK_FALSE(a == b);
}

TEST_CASE("the numbers of a key are written down: they never change", "[rng][golden]")
{
    stream g(key{.seed = 2021, .epoch = 3, .index = 1'281'166, .view = 2});
    CHECK(g.name() == "da96c94ad9bf730c");
    CHECK(g.bits() == 0x83843bf7u);
    CHECK(g.below(224) == 19u);
    CHECK(g.in(interval{16, 72}) == 55);
    CHECK(g.in(interval{.2f, 1.f}) == 0x1.b8b58cp-1f);
    CHECK(g.fork(7).bits() == 0x281ccf5au);
}

TEST_CASE("no two streams repeat: samples, views and forks of forks", "[rng]")
{
    std::set<std::uint64_t> seen;
    std::size_t made = 0;
    auto const note = [&](stream s) {
        ++made;
        seen.insert(std::uint64_t{s.bits()} << 32 | s.bits());
    };
    for (std::uint64_t index = 0; index < 2000; ++index)
        for (std::uint32_t view = 0; view < 3; ++view) {
            stream const s(key{.seed = 1, .index = index, .view = view});
            note(s);
            for (std::uint32_t child : {0u, 1u, 1023u, ~0u}) note(s.fork(child));
            note(s.fork(0).fork(0));
            note(s.fork(0).fork(1));
        }
    CHECK(seen.size() == made); // of 2^64 values; a chance meeting has probability 5e-11
}

TEST_CASE("a fork depends on its parent's identity, not on what the parent has drawn", "[rng]")
{
    stream a(key{.seed = 9});
    auto const before = a.fork(3);
    (void)a.bits();
    CHECK(before == a.fork(3));
    CHECK_FALSE(a.fork(2) == a.fork(3));
}

TEST_CASE("below is uniform, also where a modulus would be biased", "[rng]")
{
    stream g(key{.seed = 11});
    for (std::uint32_t n : {1u, 2u, 3u, 57u, 100u}) {
        std::vector<int> counts(n);
        for (int i = 0; i < 20'000; ++i) ++counts[g.below(n)];
        if (n == 1) CHECK(counts[0] == 20'000);
        else CHECK(looks_uniform(counts));
    }
    // Of 3 * 2^30 values a plain multiplication would give every third one twice as often.
    std::vector<int> thirds(3);
    for (int i = 0; i < 30'000; ++i) ++thirds[g.below(3u << 30) % 3];
    CHECK(looks_uniform(thirds));
}

TEST_CASE("integers of an interval reach both ends, and the whole range works", "[rng]")
{
    stream g(key{.seed = 12});
    std::vector<int> counts(57);
    for (int i = 0; i < 57'000; ++i) ++counts[static_cast<std::size_t>(g.in(interval{16, 72}) - 16)];
    CHECK(looks_uniform(counts));
    constexpr auto least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
    int negative = 0;
    for (int i = 0; i < 1000; ++i) negative += g.in(interval{least, most}) < 0;
    CHECK(negative > 400);
    CHECK(negative < 600);
    CHECK(g.in(interval{5, 5}) == 5);
}

TEST_CASE("floats of an interval stay inside it and fill it", "[rng]")
{
    stream g(key{.seed = 13});
    std::vector<int> counts(40);
    for (int i = 0; i < 40'000; ++i) {
        auto const v = g.in(interval{.2f, 1.f});
        REQUIRE((v >= .2f && v <= 1.f));
        ++counts[static_cast<std::size_t>(std::min((v - .2f) / .8f * 40, 39.f))];
    }
    CHECK(looks_uniform(counts));
    CHECK(g.in(interval{.3f, .3f}) == .3f);
    CHECK(g.in(interval{-1e30f, 1e30f}) != 0.f);
}

TEST_CASE("chance keeps its promise at 0, 1 and between", "[rng]")
{
    stream g(key{.seed = 14});
    int never = 0, always = 0, third = 0;
    for (int i = 0; i < 30'000; ++i) {
        never += g.chance(0);
        always += g.chance(1);
        third += g.chance(1.f / 3);
    }
    CHECK(never == 0);
    CHECK(always == 30'000);
    CHECK(std::abs(third - 10'000) < 5 * 82); // deviation sqrt(30000 / 3 * 2 / 3) = 82
}

TEST_CASE("corners reach every place, the last one included", "[rng]")
{
    stream g(key{.seed = 15});
    std::vector<int> counts(4 * 3);
    for (int i = 0; i < 12'000; ++i) {
        auto const p = g.corner({10, 8}, {7, 6});
        ++counts[static_cast<std::size_t>(p.y * 4 + p.x)];
    }
    CHECK(looks_uniform(counts));
}

TEST_CASE("all permutations are equally likely", "[rng]")
{
    stream g(key{.seed = 16});
    std::vector<int> counts(256);
    for (int i = 0; i < 24'000; ++i) {
        std::array<int, 4> p{};
        g.permutation(std::span<int>(p));
        auto sorted = p;
        std::sort(sorted.begin(), sorted.end());
        REQUIRE(sorted == std::array{0, 1, 2, 3});
        ++counts[static_cast<std::size_t>(p[0] * 64 + p[1] * 16 + p[2] * 4 + p[3])];
    }
    std::erase(counts, 0);
    CHECK(counts.size() == 24);
    CHECK(looks_uniform(counts));
}
