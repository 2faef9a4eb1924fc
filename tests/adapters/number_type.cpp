// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/adapters/number_type.hpp>

using husk::number_kind, husk::number_type, husk::number_type_of;

TEST_CASE("elements have the names that arrays have for them", "[adapters]")
{
    CHECK(to_string(number_type_of<std::uint8_t>) == "u8");
    CHECK(to_string(number_type_of<std::uint16_t>) == "u16");
    CHECK(to_string(number_type_of<float>) == "f32");
    CHECK(number_type_of<float const> == number_type{number_kind::real, 32});
    CHECK(to_string(number_type{number_kind::bfloat, 16}) == "bf16");
    CHECK(to_string(number_type{number_kind::boolean, 8}) == "bool8");
}
