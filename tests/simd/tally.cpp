// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/tally.hpp>

#include <random>
#include <vector>

TEMPLATE_TEST_CASE("a tally is exact", "[simd]", husk::simd::scalar, husk::simd::best)
{
    using V = husk::simd::real<TestType>;
    husk::simd::tally<TestType> sum;
    CHECK(sum.total() == 0);
    std::minstd_rand random(1);
    std::vector<float> values(static_cast<std::size_t>(100 * V::lanes));
    std::int64_t expected = 0;
    for (auto& v : values) {
        auto const n = static_cast<int>(random() % 4194305) - 2097152;
        v = static_cast<float>(n);
        expected += n;
    }
    for (std::size_t i = 0; i < values.size(); i += static_cast<std::size_t>(V::lanes))
        sum.add(V::load(values.data() + i));
    CHECK(sum.total() == expected);

    husk::simd::tally<TestType> much;
    for (int i = 0; i < 1023; ++i) much.add(V(-2097152.f));
    CHECK(much.total() == std::int64_t{-2097152} * 1023 * V::lanes);
}

TEMPLATE_TEST_CASE("before_end holds for the lanes that are left", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::real<TestType>;
    for (int left = 1; left <= 65; ++left) {
        float out[16]{};
        choose(husk::simd::before_end<TestType>(left), V(1.f), V(0.f)).store(out);
        for (int i = 0; i < V::lanes; ++i) CHECK(out[i] == (i < left ? 1.f : 0.f));
    }
}
