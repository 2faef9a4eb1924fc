// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/simd/arch.hpp>

#include <type_traits>

static_assert(std::is_base_of_v<husk::simd::scalar, husk::simd::best>);

TEST_CASE("this program runs on the instruction set that it was compiled for", "[simd]")
{
    CHECK(husk::simd::best::available());
}
