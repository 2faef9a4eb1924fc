// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/io/stb_decoder.hpp>
#include <husk/io/stb_encoder.hpp>

using husk::packed, husk::picture_format;
using file = std::vector<std::byte>;

namespace {

auto encoded(husk::stb_encoder& e, packed<std::uint8_t const> pixels, picture_format format) -> file
{
    auto const bytes = e.encode(pixels, format, {95});
    REQUIRE(bytes);
    return {bytes->begin(), bytes->end()};
}

} // namespace

TEST_CASE("stb's PNG holds the pixels, of every number of channels, and gaps between rows are left out",
          "[io]")
{
    husk::stb_encoder encoder;
    husk::stb_decoder decoder;
    for (int const channels : {1, 3, 4}) {
        auto const whole = support::numbered({20, 9}, channels);
        auto const part = whole.view().crop({{3, 2}, {11, 5}});
        for (auto const pixels :
             {packed<std::uint8_t const>(whole.view()), packed<std::uint8_t const>(part)}) {
            auto const png = encoded(encoder, pixels, picture_format::png);
            auto const read = decoder.decode({png, "a.png"}, {pixels.size, channels});
            REQUIRE(read);
            CHECK(support::same_pixels(*read, pixels));
        }
    }
}

TEST_CASE("stb's JPEG of rows with gaps is that of rows without", "[io]")
{
    husk::stb_encoder encoder;
    auto const whole = support::numbered({20, 9});
    auto const part = whole.view().crop({{3, 2}, {11, 5}});
    husk::image<std::uint8_t> alone({11, 5});
    for (int y = 0; y < 5; ++y) std::copy_n(part.row(y), 3 * 11, alone.view().row(y));
    auto const jpeg = encoded(encoder, part, picture_format::jpeg);
    CHECK(jpeg == encoded(encoder, alone.view(), picture_format::jpeg));
    CHECK(husk::stb_decoder::shape({jpeg, "a.jpg"}).size == husk::extent{11, 5});
}
