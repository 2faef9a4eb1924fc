// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/core/element.hpp>

static_assert(husk::element<std::uint8_t> && husk::element<std::uint16_t> && husk::element<float>);
static_assert(!husk::element<double> && !husk::element<int> && !husk::element<std::uint8_t const>);
static_assert(husk::viewed_element<std::uint8_t const> && !husk::viewed_element<char>);

TEST_CASE("half precision is an element where the compiler has it", "[core]")
{
    CHECK(husk::has_float16 == husk::element<husk::float16>);
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
    CHECK(husk::has_float16);
#endif
    if constexpr (husk::has_float16)
        CHECK(sizeof(std::conditional_t<husk::has_float16, husk::float16, float>) == 2);
}
