// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/short_luma.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <cmath>

using husk::simd::scalar;
using colour = husk::simd::short_colours<scalar>;

namespace {

/// 2^Bits lumas of a colour, less what `luma` makes of it.
template <int Bits>
auto missing(husk::detail::short_luma const& luma, int r, int g, int b) -> double
{
    auto const level = [](int n) { return husk::simd::all_shorts<scalar>(n); };
    auto const made = static_cast<std::uint16_t>(luma(colour{level(r), level(g), level(b)}).value);
    return (1 << Bits) * (.2989 * r + .587 * g + .114 * b) - made;
}

/// The least and the most of that.
template <int Bits>
auto range(husk::detail::short_luma const& luma) -> std::array<double, 2>
{
    double least = 9, most = -9;
    for (int r = 0; r < 256; ++r)
        for (int g = 0; g < 256; g += 3)
            for (int b = 0; b < 256; b += 5) {
                double const d = missing<Bits>(luma, r, g, b);
                least = std::min(least, d), most = std::max(most, d);
            }
    return {least, most};
}

} // namespace

TEST_CASE("multiples of luma lose what two products round down, and little else", "[kernel]")
{
    auto const [least_256, most_256] = range<8>(husk::detail::luma_256);
    CHECK(least_256 >= 0);
    CHECK(most_256 <= 2.95);
    auto const [least_128, most_128] = range<7>(husk::detail::luma_128);
    CHECK(least_128 >= -.5);
    CHECK(most_128 <= 2.5);
}

TEST_CASE("lumas of all colours fit: 256 of them without a sign, 128 with one", "[kernel]")
{
    CHECK(std::abs(missing<8>(husk::detail::luma_256, 255, 255, 255)) < 3);
    CHECK(std::abs(missing<7>(husk::detail::luma_128, 255, 255, 255)) < 3);
}

#if XSIMD_WITH_SSE4_1
TEST_CASE("pixels as they lie in memory have the luma of their colours", "[kernel]")
{
    using arch = husk::simd::triplet_arch<husk::simd::best>;
    constexpr auto block = static_cast<std::size_t>(husk::simd::triplets<arch>::block);
    std::array<std::uint8_t, 3 * block> from{}, to{};
    for (std::uint32_t turn = 0; turn < 50; ++turn) {
        for (std::uint32_t i = 0; i < from.size(); ++i)
            from[i] = static_cast<std::uint8_t>((i + turn * 97) * 2654435761u >> 11);
        auto const pixels = husk::simd::triplets<arch>::load(from.data());
        husk::simd::store_thrice<arch>({husk::detail::luma_256(pixels[0]), husk::detail::luma_256(pixels[1])},
                                       to.data());
        for (std::size_t i = 0; i < to.size(); ++i) {
            auto const level = [&](std::size_t c) {
                return husk::simd::all_shorts<scalar>(from[i / 3 * 3 + c]);
            };
            auto const one = husk::detail::luma_256(colour{level(0), level(1), level(2)}).value;
            CHECK(to[i] == static_cast<std::uint16_t>(one) >> 8);
        }
    }
}
#endif
