// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/wide_sums.hpp>

#include <vector>

TEMPLATE_TEST_CASE("sums of weighed numbers are what those of 32 bits are", "[simd]", husk::simd::best,
                   husk::simd::scalar)
{
    using V = husk::simd::shorts<TestType>;
    using sums = husk::simd::wide_sums<TestType>;
    constexpr auto n = std::size_t{V::lanes};
    for (unsigned turn = 0; turn < 100; ++turn) {
        std::vector<std::uint8_t> a(n), b(n), to(n);
        for (std::size_t i = 0; i < n; ++i) {
            a[i] = static_cast<std::uint8_t>((i + turn) * 2654435761u >> 9);
            b[i] = static_cast<std::uint8_t>((i + turn) * 2246822519u >> 11);
        }
        auto const x = V::load(a.data()), y = V::load(b.data());
        for (int const w : {-32511, -9999, -1, 0, 7, 12345, 32767}) {
            // 256 a, as two sums of which each may be large.
            auto const all = sums(x, w, y, 30000 - w % 9) + sums(x, 256 - w, y, w % 9 - 30000);
            (all + 255).over(8).store(to.data());
            for (std::size_t i = 0; i < n; ++i) CHECK(to[i] == a[i]);
        }
    }
}
