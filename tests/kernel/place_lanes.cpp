// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/place_lanes.hpp>

TEST_CASE("place_lanes are places, and lanes look up what their exemplars have", "[kernel]")
{
    using ints = husk::simd::batch<std::int32_t, husk::simd::best>;
    support::looked_at look({{8, 8}}, 1);
    husk::detail::place_lanes all(look.memory, 40);
    for (all.count = 0; all.count < 40; ++all.count) {
        auto const i = static_cast<int>(all.count);
        all.put(all.count, {i * 7 % 5, {i, 100 - i}});
        CHECK(all[all.count] == husk::detail::spot{i * 7 % 5, {i, 100 - i}});
    }
    for (std::size_t exemplars : {1u, 2u, 5u})
        for (std::size_t i = 0; i + ints::size <= 40; i += ints::size) {
            std::vector<std::int32_t> got(ints::size);
            husk::detail::of_exemplars<husk::simd::best>(
                ints::load_unaligned(all.exemplar.data() + i), exemplars,
                [](std::size_t e) { return 1000 + 3 * static_cast<int>(e); })
                .store_unaligned(got.data());
            for (std::size_t k = 0; k < got.size(); ++k) {
                auto const e = all.exemplar[i + k];
                if (e < static_cast<int>(exemplars)) REQUIRE(got[k] == 1000 + 3 * e);
            }
        }
}
