// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/kept.hpp>

TEST_CASE("what is kept is the same value", "[simd]")
{
    using words = husk::simd::batch<std::int32_t, husk::simd::best>;
    alignas(64) std::int32_t in[words::size], out[words::size];
    for (std::size_t i = 0; i < words::size; ++i) in[i] = static_cast<std::int32_t>(i * 0x01234567u);
    auto sum = words(0);
    for (int i = 0; i < 3; ++i) sum = husk::simd::kept(sum + words::load_aligned(in));
    words(sum).store_aligned(out);
    for (std::size_t i = 0; i < words::size; ++i)
        CHECK(static_cast<std::uint32_t>(out[i]) == 3 * static_cast<std::uint32_t>(in[i]));
    CHECK(husk::simd::kept(77u) == 77u);
}
