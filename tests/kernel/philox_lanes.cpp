// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/philox_lanes.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::simd::best, husk::simd::scalar;

TEST_CASE("philox in lanes is philox", "[kernel]")
{
    using W = husk::simd::words<best>;
    auto const block =
        husk::detail::philox_lanes<best>({W::count_from(7), W(1u), W(2u), W(0xdeadbeefu)}, {11, 0x80000001u});
    std::vector<std::uint32_t> lanes(W::lanes);
    for (std::size_t k = 0; k < 4; ++k) {
        block[k].store(lanes.data());
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(W::lanes); ++i)
            REQUIRE(lanes[i] == husk::philox4x32({7 + i, 1, 2, 0xdeadbeef}, {11, 0x80000001u})[k]);
    }
}

TEST_CASE("random words are the same whatever the lanes, and others for every stream and call", "[kernel]")
{
    husk::stream a(husk::key{.seed = 5}), b(husk::key{.seed = 5}), other(husk::key{.seed = 6});
    std::vector<std::uint32_t> fast(192), slow(192), again(192), apart(192);
    husk::detail::fill_random<best>(std::span(fast), a);
    husk::detail::fill_random<scalar>(std::span(slow), b);
    CHECK(fast == slow);
    CHECK(a.bits() == b.bits()); // both have drawn as much
    husk::detail::fill_random<best>(std::span(again), a);
    husk::detail::fill_random<best>(std::span(apart), other);
    CHECK(again != fast);
    CHECK(apart != fast);
    std::ranges::sort(fast);
    CHECK(std::ranges::adjacent_find(fast) == fast.end()); // 192 of 2^32
}
