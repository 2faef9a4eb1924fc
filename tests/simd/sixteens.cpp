// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/sixteens.hpp>

#include <numeric>
#include <vector>

namespace {

#if XSIMD_WITH_SSE4_1
/// Takes 16 bytes of each 48, and puts them there in another order.
template <class S>
void check(int times)
{
    std::vector<std::uint8_t> from(static_cast<std::size_t>(48 * times - 32)), to(from.size(), 7);
    std::iota(from.begin(), from.end(), std::uint8_t{0});
    std::array<std::uint8_t, 16> backwards{}, odd{};
    for (std::size_t i = 0; i < 16; ++i) {
        backwards[i] = static_cast<std::uint8_t>(15 - i);
        odd[i] = i % 2 ? 255 : 0;
    }
    auto const v = S::at(from.data());
    S::put(S::blend(v, S::shuffle(v, S::repeated(backwards)), S::repeated(odd)), to.data());
    for (std::size_t i = 0; i < to.size(); ++i) {
        auto const begin = i / 48 * 48, at = i % 48;
        CHECK(to[i] == (at >= 16 ? 7 : at % 2 ? from[begin + 15 - at] : from[i]));
    }

    // From each 16 on, the rest of one and the begin of another; and fours of both.
    auto const other = S::shuffle(v, S::repeated(backwards));
    auto const is = [&](typename S::reg r, auto expected) {
        S::put(r, to.data());
        for (std::size_t i = 0; i < to.size(); ++i)
            if (i % 48 < 16) CHECK(to[i] == expected(&from[i / 48 * 48], i % 48));
    };
    if constexpr (sizeof(v) <= 32) {
        is(S::template along<5>(v, other),
           [](std::uint8_t const* all, std::size_t i) { return all[i < 11 ? i + 5 : 26 - i]; });
        is(S::template fours<0b1001>(v, other),
           [](std::uint8_t const* all, std::size_t i) { return all[i < 4 || i >= 12 ? 15 - i : i]; });
    }
}
#endif

} // namespace

TEST_CASE("sixteens are taken 48 bytes apart, shuffled, blended and put back", "[simd]")
{
#if XSIMD_WITH_SSE4_1
    check<husk::simd::detail::sixteens_of_sse>(1);
    #if XSIMD_WITH_AVX2
    check<husk::simd::detail::sixteens_of_avx2>(2);
    #endif
    #if XSIMD_WITH_AVX512BW
    check<husk::simd::detail::sixteens_of_avx512>(4);
    #endif
#else
    SUCCEED("this instruction set has none");
#endif
}
