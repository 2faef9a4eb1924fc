// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/couples.hpp>

#include <array>
#include <cstring>

TEMPLATE_TEST_CASE("couples: products and squares are exact", "[simd]", husk::simd::best, husk::simd::scalar)
{
    using couples = husk::simd::couples<TestType>;
    constexpr std::size_t n{couples::lanes};
    husk::stream g(husk::key{.seed = 4});
    for (int round = 0; round < 2000; ++round) {
        std::array<std::int16_t, 2 * n> a{}, b{};
        for (auto* v : {&a, &b})
            for (auto& x : *v) {
                x = static_cast<std::int16_t>(static_cast<int>(g.below(32768)) - 16384);
                if (g.below(4) == 0) x = static_cast<std::int16_t>(g.below(2) ? 16383 : -16384);
            }
        std::array<std::uint32_t, n> x{}, y{}, sums{};
        std::memcpy(x.data(), a.data(), sizeof x);
        std::memcpy(y.data(), b.data(), sizeof y);
        couples::store(couples::products(couples::load(x.data()), couples::load(y.data())), sums.data());
        for (std::size_t i = 0; i < n; ++i)
            REQUIRE(sums[i] == static_cast<std::uint32_t>(a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1]));
        couples::store(couples::squares(couples::load(x.data()), couples::fill(y[0])), sums.data());
        for (std::size_t i = 0; i < n; ++i) {
            std::int64_t const d = a[2 * i] - b[0], e = a[2 * i + 1] - b[1];
            REQUIRE(sums[i] == static_cast<std::uint32_t>(d * d + e * e));
        }
    }
}
