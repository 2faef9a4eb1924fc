// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/levels.hpp"

#include <husk/simd/arch.hpp>
#include <husk/simd/shorts.hpp>

using support::some_levels;

TEMPLATE_TEST_CASE("levels are loaded and stored, and no others", "[simd]", husk::simd::scalar,
                   husk::simd::best)
{
    using V = husk::simd::shorts<TestType>;
    husk::stream g(husk::key{.seed = 4});
    auto const all = some_levels(g, 64);
    std::vector<std::uint8_t> to(66, 7);
    V::load(all.data()).store(to.data() + 1);
    CHECK((to[0] == 7 && to[static_cast<std::size_t>(V::lanes) + 1] == 7));
    for (std::size_t i = 0; i < static_cast<std::size_t>(V::lanes); ++i) CHECK(to[i + 1] == all[i]);
}
