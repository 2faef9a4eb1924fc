// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/io/decoder.hpp>

namespace {

struct takes_nothing {
    auto decode(husk::picture_file const&, husk::picture_shape const&)
        -> std::optional<husk::packed<std::uint8_t const>>
    {
        return std::nullopt;
    }
};
struct says_yes_or_no {
    auto decode(husk::picture_file const&, husk::picture_shape const&) -> bool { return true; }
};

} // namespace

TEST_CASE("a decoder gives pixels or nothing", "[io]")
{
    STATIC_REQUIRE(husk::decoder<takes_nothing>);
    STATIC_REQUIRE(!husk::decoder<says_yes_or_no>);
    STATIC_REQUIRE(!husk::decoder<int>);
}

TEST_CASE("a file that is refused is named, with the reason", "[io]")
{
    auto const message = support::message_of([] { husk::picture_file{{}, "cat.jpg"}.refuse("it is a dog"); });
    CHECK(support::contains(message, "cat.jpg"));
    CHECK(support::contains(message, "it is a dog"));
}
