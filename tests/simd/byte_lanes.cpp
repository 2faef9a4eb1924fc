// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>
#include <husk/simd/byte_lanes.hpp>

#include <cmath>
#include <vector>

TEMPLATE_TEST_CASE("bytes become numbers, and numbers the nearest bytes", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::real<TestType>;
    constexpr std::size_t n{V::lanes};
    husk::stream g(husk::key{.seed = 8});
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint8_t> bytes(4 * n), to(4 * n + 2, 7);
        for (auto& b : bytes) b = static_cast<std::uint8_t>(g.below(256));
        auto p = husk::simd::load_bytes<TestType>(bytes.data());
        std::vector<float> numbers(4 * n);
        for (std::size_t k = 0; k < 4; ++k) p[k].store(numbers.data() + k * n);
        for (std::size_t i = 0; i < 4 * n; ++i) REQUIRE(numbers[i] == static_cast<float>(bytes[i]));
        // Halves, what is out of range, and what is far out of it.
        for (auto& v : numbers)
            v = static_cast<float>(g.below(2000)) * .5f - (g.below(3) ? 300 : 1e6f) * (g.below(9) ? 1 : -1);
        for (std::size_t k = 0; k < 4; ++k) p[k] = V::load(numbers.data() + k * n);
        husk::simd::store_bytes<TestType>(p, to.data() + 1);
        CHECK((to.front() == 7 && to.back() == 7));
        for (std::size_t i = 0; i < 4 * n; ++i)
            REQUIRE(to[i + 1] == std::clamp(std::nearbyint(numbers[i]), 0.f, 255.f));
    }
}
