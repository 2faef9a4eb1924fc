// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/io/stb_decoder.hpp>
#include <husk/io/stb_encoder.hpp>

namespace {

auto png_of(husk::image<std::uint8_t> const& i) -> std::vector<std::byte>
{
    husk::stb_encoder encoder;
    auto const bytes = encoder.encode(i.view(), husk::picture_format::png, {95});
    REQUIRE(bytes);
    return {bytes->begin(), bytes->end()};
}

} // namespace

TEST_CASE("stb says what a file holds, and gives as many channels as are wanted", "[io]")
{
    auto const photo = support::numbered({7, 5});
    auto const png = png_of(photo);
    husk::picture_file const file{png, "a.png"};
    auto const shape = husk::stb_decoder::shape(file);
    CHECK((shape.size == husk::extent{7, 5} && shape.channels == 3));
    husk::stb_decoder decoder;
    CHECK(support::same_pixels(*decoder.decode(file, shape), photo.view()));
    auto const with_alpha = *decoder.decode(file, {shape.size, 4}); // valid until the next one
    CHECK(with_alpha.channels == 4);
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 7; ++x) {
            CHECK(with_alpha(x, y, 3) == 255);
            for (int c = 0; c < 3; ++c) CHECK(with_alpha(x, y, c) == photo.view()(x, y, c));
        }
}

TEST_CASE("stb refuses what is cut or no picture, by name", "[io]")
{
    auto png = png_of(support::numbered({40, 30}));
    auto const complaint = [](std::span<std::byte const> bytes) {
        return support::message_of([&] {
            husk::stb_decoder decoder;
            decoder.decode({bytes, "cut.png"}, {{40, 30}, 3});
        });
    };
    auto const whole = std::span<std::byte const>(png);
    CHECK(complaint(whole).empty());
    for (auto const cut : {whole.first(0), whole.first(20), whole.first(png.size() / 2)})
        CHECK(support::contains(complaint(cut), "cut.png"));
    std::vector<std::byte> const rubbish(100, std::byte{7});
    CHECK(support::contains(complaint(rubbish), "corrupt, or of an unsupported kind"));
    CHECK(support::contains(support::message_of([&] {
                                husk::stb_decoder::shape({rubbish, "no.png"});
                            }),
                            "no.png"));
}
