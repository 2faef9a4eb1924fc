// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>
#include <husk/simd/soft_ends.hpp>

#include <vector>

TEMPLATE_TEST_CASE("levels that move towards their neighbours are rounded as weighted sums", "[simd]",
                   husk::simd::scalar, husk::simd::best)
{
    using V = husk::simd::shorts<TestType>;
    husk::stream g(husk::key{.seed = 7});
    int fitting = 0;
    for (int round = 0; round < 300; ++round) {
        auto const whole = static_cast<int>((1u << 24) / 3 + g.below((1u << 24) / 3 * 2 + 2));
        auto const part = ((1 << 24) - whole) / 2;
        if (!husk::simd::soft_ends<TestType>::fit(whole, part)) continue;
        ++fitting;
        husk::simd::soft_ends<TestType> const soft(part);
        for (int again = 0; again < 300; ++again) {
            std::vector<std::uint8_t> a(static_cast<std::size_t>(V::lanes)), b(a.size()), c(a.size()),
                to(a.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                auto const any = [&] {
                    return static_cast<std::uint8_t>(g.below(2) ? g.below(2) * 255 : g.below(256));
                };
                a[i] = any(), b[i] = any(), c[i] = any();
            }
            auto const offset = V::all(soft.offset);
            V const middle = V::load(c.data()) - offset, left = V::load(a.data()) - offset,
                    right = V::load(b.data()) - offset;
            (soft(middle, (left - middle) + (right - middle)) + offset).store(to.data());
            for (std::size_t i = 0; i < a.size(); ++i)
                REQUIRE(to[i] ==
                        (std::int64_t{whole} * c[i] + std::int64_t{part} * (a[i] + b[i]) + (1 << 23)) >> 24);
        }
    }
    CHECK(fitting > 250);
}

TEMPLATE_TEST_CASE("one product does where it makes the same of every distance", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::shorts<TestType>;
    husk::stream g(husk::key{.seed = 8});
    int short_ones = 0;
    for (int round = 0; round < 300; ++round) {
        auto const part = static_cast<int>(g.below((1u << 24) / 3 + 1));
        auto const moved = [&](int d) { return (std::int64_t{part} * d + (1 << 23)) >> 24; };
        auto const steps = husk::simd::short_ends<TestType>::steps(part);
        if (!steps) {
            bool same = true; // what the nearest steps make
            for (int d = -510; d <= 510; ++d)
                same = same && ((d * (part >> 9) + (1 << 14)) >> 15) == moved(d);
            REQUIRE_FALSE(same);
            continue;
        }
        ++short_ones;
        husk::simd::short_ends<TestType> const soft(*steps);
        for (int d = -510; d <= 510; ++d) {
            std::vector<std::int16_t> to(static_cast<std::size_t>(V::lanes));
            soft(V::all(-7), V::all(static_cast<std::int16_t>(d))).store(to.data());
            for (auto const v : to) REQUIRE(v == moved(d) - 7);
        }
    }
    CHECK(short_ones > 90);
    CHECK(short_ones < 200);
}
