// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/byte_order.hpp>

#include <cstddef>

TEMPLATE_TEST_CASE("sixteen bytes in any order", "[simd]", husk::simd::best)
{
    using best = TestType; // where there is no such register, nothing is compiled
    if constexpr (husk::simd::orders_bytes<best>) {
        using bytes = husk::simd::sixteen<best>;
        husk::simd::byte_order from, order, to;
        for (std::size_t i = 0; i < 16; ++i) {
            from[i] = static_cast<std::uint8_t>(100 + 7 * i);
            order[i] = static_cast<std::uint8_t>(i * 11 % 16 / 2);
        }
        bytes::load(from.data()).in(bytes::load(order.data())).store(to.data());
        for (std::size_t i = 0; i < 16; ++i) REQUIRE(to[i] == from[order[i]]);
    }
    CHECK_FALSE(husk::simd::orders_bytes<husk::simd::scalar>);
}
