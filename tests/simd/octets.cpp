// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/kept.hpp>
#include <husk/simd/octets.hpp>

#include <cstdlib>

TEMPLATE_TEST_CASE("octets: the machine's sums of differences are the plain ones", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    using octets = husk::simd::octets<TestType>;
    constexpr std::size_t n{octets::lanes};
    husk::stream g(husk::key{.seed = 2});
    for (int round = 0; round < 2000; ++round) {
        std::array<std::uint8_t, 8 * n> a{}, b{};
        for (auto* v : {&a, &b})
            for (auto& x : *v)
                x = g.below(4) == 0 ? static_cast<std::uint8_t>(255 * g.below(2))
                                    : static_cast<std::uint8_t>(g.bits());
        std::array<std::uint64_t, n> words{};
        std::array<std::uint32_t, n> expected{}, sums{}, masked{}, filled{};
        int const kept = round % static_cast<int>(8 * n + 1);
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < 8 * n; ++i) {
            auto const d = static_cast<std::uint32_t>(std::abs(a[i] - b[i]));
            expected[i / 8] += d;
            total += d;
            if (static_cast<int>(i) < kept) masked[i / 8] += a[i];
        }
        std::memcpy(words.data(), a.data(), sizeof words);
        auto const distances = octets::distances(octets::load(words.data()), octets::load(b.data()));
        octets::store(husk::simd::kept(distances), sums.data());
        REQUIRE(sums == expected);
        REQUIRE(octets::total(distances) == total);
        octets::store(octets::distances(octets::load(a.data()) & octets::first_bytes(kept), octets::fill(0)),
                      sums.data());
        REQUIRE(sums == masked);
        octets::store(octets::distances(octets::fill(words[0]), octets::load(words.data())), filled.data());
        REQUIRE(filled[0] == 0);
        octets::store(octets::distances(octets::fill(words[0]), octets::fill(words[0])), filled.data());
        REQUIRE(filled == std::array<std::uint32_t, n>{});
    }
}

TEST_CASE("octets: the plain code agrees where a register holds several", "[simd]")
{
    using octets = husk::simd::octets<husk::simd::best>;
    husk::stream g(husk::key{.seed = 3});
    for (int round = 0; round < 200; ++round) {
        auto const a = support::random_lanes<std::uint8_t>(g), b = support::random_lanes<std::uint8_t>(g);
        std::array<std::uint32_t, octets::lanes> fast{}, plain{}, stored{};
        octets::store(octets::distances(octets::load(a.data()), octets::load(b.data())), fast.data());
        octets::store(husk::simd::detail::octet_distances<husk::simd::best>(
                          support::loaded(a), support::loaded(b), husk::simd::scalar{}),
                      plain.data());
        REQUIRE(fast == plain);
        husk::simd::detail::store_octet_sums<husk::simd::best>(
            octets::distances(octets::load(a.data()), octets::load(b.data())), stored.data(),
            husk::simd::scalar{});
        REQUIRE(stored == plain);
    }
}
