// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/mirrored_triples.hpp>

#include <numeric>
#include <vector>

namespace detail = husk::detail;

TEST_CASE("every byte of a mirrored block comes from one place", "[kernel]")
{
    for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t i = 0; i < 16; ++i) {
            int sources = 0;
            for (std::size_t s = 0; s < 3; ++s) sources += detail::mirrored_orders[3 * k + s][i] < 16;
            CHECK(sources == 1);
        }
}

// With fewer pixels, or without an order of bytes, tests/simd/backwards.cpp says what is copied.
TEST_CASE("pixels of three bytes are mirrored by blocks, and nothing else is touched", "[kernel]")
{
    using Arch = husk::simd::best;
    if constexpr (husk::simd::orders_bytes<Arch>)
        for (int count = detail::mirrored_at_once; count <= 100; ++count) {
            CAPTURE(count);
            auto const bytes = static_cast<std::size_t>(3 * count);
            std::vector<std::uint8_t> from(bytes), to(bytes + 2, 255);
            std::iota(from.begin(), from.end(), std::uint8_t{1});
            detail::mirror_triples<Arch>(from.data(), to.data() + 1, count);
            REQUIRE((to.front() == 255 && to.back() == 255));
            for (std::size_t i = 0; i < bytes; ++i)
                REQUIRE(to[i + 1] == from[bytes - 3 * (i / 3 + 1) + i % 3]);
        }
    else SUCCEED("bytes are moved one by one");
}
