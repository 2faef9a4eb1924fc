// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/distance.hpp>

using husk::detail::distance_to, husk::detail::mean_of, husk::simd::best;

TEST_CASE("distances are sums over the bytes of a word, up to the cap", "[kernel]")
{
    husk::stream luck(husk::key{.seed = 3});
    constexpr auto n = husk::simd::lanes<std::int16_t, best>;
    std::vector<std::uint32_t> a(n), b(n);
    std::vector<std::int16_t> d(n);
    for (int const cap : {1, 42, 128, 170, 1020})
        for (int round = 0; round < 50; ++round) {
            for (auto* words : {&a, &b})
                for (auto& w : *words) w = round == 0 ? 0u : round == 1 ? ~0u : luck.bits();
            if (round == 2) std::fill(a.begin(), a.end(), 0u), std::fill(b.begin(), b.end(), ~0u);
            distance_to<best> const distance(cap);
            distance(a.data(), b.data()).store_unaligned(d.data());
            for (std::size_t i = 0; i < n; ++i) REQUIRE(d[i] == support::word_distance(a[i], b[i], cap));
        }
}

TEST_CASE("the mean of four pixels rounds halves up, byte by byte", "[kernel]")
{
    CHECK(mean_of(0u, 0u, 0u, 0u) == 0);
    CHECK(mean_of(~0u, ~0u, ~0u, ~0u) == ~0u);
    CHECK(mean_of(0x01020304u, 0u, 0u, 0u) == 0x00010101u);
    CHECK(mean_of(0xff000001u, 0xff000001u, 0x00ff0000u, 0x00ff0000u) == 0x80800001u);
    // Sixteen pixels: the mean of means.
    auto const word = [](int x, int y) { return static_cast<std::uint32_t>(17 * x + 40 * y); };
    auto const quarter = [&](int x, int y) {
        return mean_of(word(x, y), word(x + 1, y), word(x, y + 1), word(x + 1, y + 1));
    };
    CHECK(mean_of(4, 0, 0, word) == mean_of(quarter(0, 0), quarter(2, 0), quarter(0, 2), quarter(2, 2)));
    CHECK(mean_of(1, 3, 2, word) == word(3, 2));
}

TEST_CASE("a word holds a pixel's channels, the first lowest", "[kernel]")
{
    support::looked_at const three({{3, 2}}, 3), one({{3, 2}}, 1), four({{3, 2}}, 4);
    for (auto const* look : {&three, &one, &four})
        for (int x = 0; x < 3; ++x) CHECK(look->guide.words(0)[x] == look->word(0, {x, 0}));
}
