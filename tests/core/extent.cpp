// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/extent.hpp>

namespace {

constexpr auto properties() -> bool
{
    constexpr husk::extent big{2'000'000'000, 2'000'000'000};
    static_assert(big.area() == 4'000'000'000'000'000'000);
    return husk::extent{3, 2}.area() == 6 && husk::extent{3, 2}.shorter_side() == 2 &&
           husk::extent{3, 2}.holds({3, 2}) && !husk::extent{3, 2}.holds({2, 3}) &&
           husk::extent{0, 4}.empty() && husk::extent{4, -1}.empty() && !husk::extent{1, 1}.empty() &&
           husk::extent{}.empty() && husk::extent{1, 2} != husk::extent{2, 1};
}
static_assert(properties());

} // namespace

TEST_CASE("extents know their area and what fits", "[core]")
{
    CHECK(properties());
    CHECK(to_string(husk::extent{500, 375}) == "500x375");
}
