// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/io/encoder.hpp>

using husk::packed, husk::picture_format;

namespace {

auto complaint(packed<std::uint8_t const> v, picture_format format, int quality = 95)
{
    return support::message_of([&] { husk::detail::check_encodable(v, format, {quality}); });
}

} // namespace

TEST_CASE("what no encoder can write is refused before one is asked", "[io]")
{
    std::uint8_t const pixel[4]{}; // only shapes are looked at
    auto const of = [&](int width, int height) { return packed<std::uint8_t const>{pixel, {width, height}}; };
    for (auto const format : {picture_format::png, picture_format::jpeg}) {
        CHECK(complaint(of(1, 1), format).empty());
        CHECK(support::contains(complaint({}, format), "pixels"));
        CHECK(support::contains(complaint(of(20'000, 20'000), format), "pixels.size is 20000x20000"));
    }
    CHECK(complaint(of(65536, 1), picture_format::png).empty());
    CHECK(support::contains(complaint(of(65536, 1), picture_format::jpeg), "65535 a side"));
    for (int const quality : {0, 101, -5})
        CHECK(support::contains(complaint(of(1, 1), picture_format::jpeg, quality),
                                "write_options.quality is " + std::to_string(quality)));
    CHECK(complaint(of(1, 1), picture_format::png, 0).empty());
}
