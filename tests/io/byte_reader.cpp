// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/byte_reader.hpp>

using husk::detail::byte_reader;

TEST_CASE("byte_reader reads both orders")
{
    auto const data = as_bytes("\x01\x02\x03\xff");
    CHECK(byte_reader(data, false).u16(0) == 0x0102u);
    CHECK(byte_reader(data, true).u16(0) == 0x0201u);
    CHECK(byte_reader(data, false).u32(0) == 0x010203ffu);
    CHECK(byte_reader(data, true).u32(0) == 0xff030201u);
}

TEST_CASE("byte_reader reads nothing beyond the end")
{
    byte_reader const read(as_bytes("abcd"), false);
    CHECK(read.u16(2));
    CHECK_FALSE(read.u16(3));
    CHECK_FALSE(read.u32(1));
    CHECK_FALSE(read.u16(~std::size_t{0}));
}
