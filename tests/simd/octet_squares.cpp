// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/octet_squares.hpp>

#include <array>

TEMPLATE_TEST_CASE("squared differences of bytes add up exactly, as many as there may be", "[simd]",
                   husk::simd::best, husk::simd::scalar)
{
    using octets = husk::simd::octets<TestType>;
    constexpr std::size_t n{8 * octets::lanes};
    husk::stream g(husk::key{.seed = 5});
    for (std::uint32_t const contrast : {0u, 1u, 256u}) { // all as wrong as can be, almost, random
        husk::simd::octet_squares<TestType> sums;
        std::uint64_t expected = 0;
        for (std::size_t bytes = 0; bytes < 1u << 18; bytes += n) {
            std::array<std::uint8_t, n> a{}, b{};
            for (std::size_t i = 0; i < n; ++i) {
                a[i] = static_cast<std::uint8_t>(contrast == 0 ? 255 : 255 - g.below(contrast));
                b[i] = static_cast<std::uint8_t>(contrast < 2 ? 0 : g.below(contrast));
                expected += static_cast<std::uint64_t>((a[i] - b[i]) * (a[i] - b[i]));
            }
            sums.add(octets::load(a.data()), octets::load(b.data()));
        }
        REQUIRE(sums.total() == expected);
    }
}
