// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/levels.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/shares.hpp>

using support::levels_of, support::some_levels;

TEMPLATE_TEST_CASE("shares of levels are rounded as 64-bit integers say", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::shorts<TestType>;
    husk::stream g(husk::key{.seed = 3});
    for (int round = 0; round < 500; ++round) {
        auto const n = static_cast<std::size_t>(V::lanes);
        auto const a = some_levels(g, n), b = some_levels(g, n), c = some_levels(g, n);
        // first a + second (b + c), and the rest of all to a.
        auto const second = static_cast<int>(g.below((1u << 23) + 1)), first = (1 << 24) - 2 * second;
        husk::simd::share_weights<TestType> const weights(first, second);
        auto const x = V::load(a.data()), y = V::load(b.data()), z = V::load(c.data());
        auto const at_once = levels_of(husk::simd::shared<TestType>(x, y + z, weights).level());
        auto const in_parts = levels_of((husk::simd::shared<TestType>(x, y, weights) +
                                         husk::simd::shared<TestType>(V::none(), z, weights))
                                            .level());
        for (std::size_t i = 0; i < n; ++i) {
            auto const sum = std::int64_t{first} * a[i] + std::int64_t{second} * (b[i] + c[i]) + (1 << 23);
            REQUIRE(at_once[i] == sum >> 24);
            REQUIRE(in_parts[i] == sum >> 24);
        }
    }
}
