// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/neighbour.hpp>

#include <vector>

TEST_CASE("neighbours are those of the same eight lanes, and zero beyond", "[simd]")
{
    using husk::simd::best;
    using halves = husk::simd::batch<std::int16_t, best>;
    std::vector<std::int16_t> in(halves::size), left(halves::size), right(halves::size);
    for (std::size_t i = 0; i < in.size(); ++i)
        in[i] = static_cast<std::int16_t>(100 + 7 * static_cast<int>(i));
    auto const v = halves::load_unaligned(in.data());
    husk::simd::left_neighbour<best>(v).store_unaligned(left.data());
    husk::simd::right_neighbour<best>(v).store_unaligned(right.data());
    for (std::size_t i = 0; i < in.size(); ++i) {
        CHECK(left[i] == (i % 8 == 0 ? 0 : in[i - 1]));
        CHECK(right[i] == (i % 8 == 7 ? 0 : in[i + 1]));
    }
    husk::simd::detail::neighbour<1, best>(v, husk::simd::scalar{}).store_unaligned(right.data());
    CHECK(right == left); // the oracle
}
