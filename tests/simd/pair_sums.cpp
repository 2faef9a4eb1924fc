// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/pair_sums.hpp>

#include <vector>

TEST_CASE("pair_sums adds neighbouring bytes, all of them, without overflow", "[simd]")
{
    using husk::simd::best;
    using bytes = husk::simd::batch<std::uint8_t, best>;
    std::vector<std::uint8_t> in(bytes::size);
    std::vector<std::int16_t> sums(bytes::size / 2), slow(bytes::size / 2);
    for (int round = 0; round < 256; ++round) {
        for (std::size_t i = 0; i < in.size(); ++i)
            in[i] =
                static_cast<std::uint8_t>(round == 255 ? 255 : (round * 31 + static_cast<int>(i) * 97) % 256);
        auto const v = bytes::load_unaligned(in.data());
        husk::simd::pair_sums<best>(v).store_unaligned(sums.data());
        for (std::size_t i = 0; i < sums.size(); ++i) REQUIRE(sums[i] == in[2 * i] + in[2 * i + 1]);
        husk::simd::detail::pair_sums<best>(v, husk::simd::scalar{}).store_unaligned(slow.data());
        REQUIRE(slow == sums);
    }
}
