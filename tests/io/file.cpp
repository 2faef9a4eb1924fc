// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/file.hpp>

using husk::detail::read_file;
using Matchers::ContainsSubstring;

TEST_CASE("read_file returns every byte")
{
    scratch const folder;
    write_bytes(folder / "a", as_bytes(std::string_view("\0\xff\r\n\x1a", 5)));
    auto const got = read_file(folder / "a");
    REQUIRE(got.size() == 5);
    CHECK(got[1] == std::byte{0xff});
    CHECK(got[4] == std::byte{0x1a});
}

TEST_CASE("read_file says what is wrong, and with which path")
{
    scratch const folder;
    write_bytes(folder / "empty", {});
    auto const [name, why] = GENERATE(table<std::string, std::string>(
        {{"missing", "no such file"}, {"empty", "is empty"}, {".", "is a directory"}}));
    CHECK_THROWS_WITH(read_file(folder / name),
                      ContainsSubstring((folder / name).string()) && ContainsSubstring(why));
    CHECK_THROWS_AS(read_file(folder / name), husk::error);
}

TEST_CASE("read_file does not touch devices, which might never end")
{
    CHECK_THROWS_WITH(read_file("/dev/zero"), ContainsSubstring("not a regular file"));
}

TEST_CASE("read_file refuses what 31 bits do not count")
{
    scratch const folder;
    write_bytes(folder / "huge", as_bytes("x"));
    std::error_code failure;
    std::filesystem::resize_file(folder / "huge", std::uintmax_t{1} << 31, failure); // sparse: takes no room
    if (!failure) CHECK_THROWS_WITH(read_file(folder / "huge"), ContainsSubstring("2147483648 bytes"));
}
