// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/io/file_kind.hpp>

#include <string_view>

using namespace std::string_view_literals;

namespace {

auto bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

auto name(std::string_view file) -> std::string
{
    auto const* const format = husk::detail::unreadable_format(bytes_of(file));
    return format ? format : "";
}

} // namespace

TEST_CASE("what a file is shows in its first bytes, however few there are", "[io]")
{
    CHECK(name("\xff\xd8\xff"sv).empty());
    CHECK(name("\x89PNG\r\n\x1a\n"sv).empty());
    CHECK(name("BM").empty());
    CHECK(name("GIF89a") == "a GIF");
    CHECK(name("RIFF\0\0\0\0WEBP"sv) == "WebP");
    CHECK(name("II*\0"sv) == "TIFF, or a camera's raw format");
    for (auto const other : {""sv, "R"sv, "RIFF"sv, "RIFF\0\0\0\0WAVE"sv, "\x89PNG"sv, "<svg"sv})
        CHECK(name(other) == "of no format that husk knows");
}

TEST_CASE("files are checked by the rules of their own format", "[io]")
{
    CHECK(husk::detail::damage_of(bytes_of("\x89PNG\r\n\x1a\n"sv)) != nullptr);
    CHECK(husk::detail::damage_of(bytes_of("\xff\xd8\xff"sv)) != nullptr);
    CHECK(husk::detail::damage_of(bytes_of("BM")) == nullptr);
    CHECK(husk::detail::damage_of({}) == nullptr);
}
