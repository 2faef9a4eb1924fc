// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/narrow.hpp>

#include <limits>
#include <vector>

namespace {

template <class Arch>
void check()
{
    constexpr auto n = husk::simd::lanes<std::int32_t, Arch>;
    std::vector<std::int32_t> wide(2 * n);
    std::vector<std::int16_t> half(2 * n);
    for (int round = -20; round <= 20; ++round) {
        for (std::size_t i = 0; i < 2 * n; ++i)
            wide[i] = std::clamp(round * 1637 + static_cast<int>(i) * 211, -32768, 32767);
        using words = husk::simd::batch<std::int32_t, Arch>;
        husk::simd::narrow<Arch>(words::load_unaligned(wide.data()), words::load_unaligned(wide.data() + n))
            .store_unaligned(half.data());
        for (std::size_t i = 0; i < 2 * n; ++i) REQUIRE(half[i] == wide[i]);
    }
}

} // namespace

TEST_CASE("narrow keeps the order of both registers, and every value that fits", "[simd]")
{
    check<husk::simd::best>();
}
