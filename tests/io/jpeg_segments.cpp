// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/jpeg_segments.hpp>

using husk::detail::next_segment;

TEST_CASE("next_segment skips padding, stuffed bytes and restarts")
{
    std::string_view const file("\xff\xff\xfe\0\5abc??\xff\0\xff\xd3?\xff\xd9", 17);
    auto const comment = next_segment(as_bytes(file), 0);
    REQUIRE(comment);
    CHECK(comment->marker == 0xfe);
    CHECK(comment->body.size() == 3);
    CHECK(comment->end == 8);
    auto const end = next_segment(as_bytes(file), comment->end);
    REQUIRE(end);
    CHECK(end->marker == husk::detail::jpeg_end);
    CHECK_FALSE(next_segment(as_bytes(file), end->end));
}

TEST_CASE("next_segment finds nothing in what was cut")
{
    for (auto const* text : {"", "\xff", "\xff\xfe", "abc"}) CHECK_FALSE(next_segment(as_bytes(text), 0));
    CHECK_FALSE(next_segment(as_bytes(std::string_view("\xff\xfe\0\5ab", 6)), 0));
    CHECK_FALSE(next_segment(as_bytes(std::string_view("\xff\xfe\0\1ab", 6)), 0));
}
