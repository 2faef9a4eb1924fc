// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/io/name_hash.hpp>

TEST_CASE("name_hash is FNV-1a: published answers, and bytes beyond ASCII are not negative")
{
    CHECK(husk::name_hash("a") == 0xaf63dc4c8601ec8c);
    CHECK(husk::name_hash("\xff") == 0xaf64724c8602eb6e);
    CHECK(husk::name_hash("cat/1.jpg") != husk::name_hash("cat/2.jpg"));
}

TEST_CASE("hex always has sixteen digits")
{
    CHECK(husk::detail::hex(0) == "0000000000000000");
    CHECK(husk::detail::hex(0x0123456789abcdef) == "0123456789abcdef");
}
