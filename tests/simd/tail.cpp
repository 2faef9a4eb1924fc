// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/tail.hpp>

TEMPLATE_TEST_CASE("the first lanes are all ones, the others zero, however many are asked for", "[simd]",
                   std::uint8_t, std::int16_t, std::uint32_t, std::int32_t)
{
    using arch = husk::simd::best;
    constexpr auto size = static_cast<int>(husk::simd::lanes<TestType, arch>);
    for (int const n : {-1000, -1, 0, 1, size / 2, size - 1, size, size + 1, 1000}) {
        std::array<TestType, husk::simd::lanes<TestType, arch>> lanes{};
        husk::simd::first_lanes<TestType, arch>(n).store_unaligned(lanes.data());
        for (int i = 0; i < size; ++i)
            REQUIRE(lanes[static_cast<std::size_t>(i)] == static_cast<TestType>(i < n ? -1 : 0));
    }
}
