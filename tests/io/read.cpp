// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

using husk::read_image;
using Matchers::ContainsSubstring;

TEST_CASE("read_image knows the kinds of files and keeps their channels")
{
    struct kind {
        char const* name;
        int channels;
    };
    auto const k = GENERATE(kind{"grey16.png", 1}, kind{"grey_alpha.png", 4}, kind{"palette.png", 3},
                            kind{"colours.bmp", 3}, kind{"cmyk.jpg", 3}, kind{"progressive.jpg", 3});
    INFO(k.name);
    CHECK(read_image(sample(k.name)).channels() == k.channels);
    auto const wanted = GENERATE(1, 3, 4);
    CHECK(read_image(sample(k.name), {.channels = wanted}).channels() == wanted);
}

TEST_CASE("read_image reads the colours that are there")
{
    auto const bmp = read_image(sample("colours.bmp"));
    REQUIRE(bmp.size() == husk::extent{8, 6});
    CHECK(bmp.view()(3, 2, 0) == 96);
    CHECK(bmp.view()(3, 2, 1) == 80);
    CHECK(bmp.view()(3, 2, 2) == 80);
    CHECK(read_image(sample("grey16.png")).view()(3, 2, 0) == 98); // the upper half of 0x625a
    auto const palette = read_image(sample("palette.png"));
    CHECK(palette.view()(1, 2, 0) == 85);
    CHECK(palette.view()(1, 2, 1) == 170);
    auto const transparent = read_image(sample("grey_alpha.png"));
    CHECK(transparent.view()(3, 2, 2) == 98);
    CHECK(transparent.view()(3, 2, 3) == 100);
}

TEST_CASE("a file on disk and its bytes in memory are the same image")
{
    auto const bytes = husk::detail::read_file(photo("coffee.jpg"));
    CHECK(read_image(bytes) == read_image(photo("coffee.jpg")));
    CHECK(read_image(bytes).size() == husk::extent{500, 375});
}

TEST_CASE("a file that is cut anywhere is an error, never grey pixels")
{
    auto whole = husk::detail::read_file(photo("bee.jpg"));
    SECTION("a baseline JPEG") {}
    SECTION("a progressive JPEG") { whole = husk::detail::read_file(sample("progressive.jpg")); }
    SECTION("a PNG") { whole = husk::encode_png(read_image(photo("bee.jpg"), {.channels = 1}).view()); }
    SECTION("a BMP") { whole = husk::detail::read_file(sample("colours.bmp")); }
    REQUIRE_NOTHROW(read_image(whole));
    auto const cut_at = [&](std::size_t length) {
        INFO(length << " of " << whole.size() << " bytes");
        CHECK_THROWS_AS(read_image(std::span(whole).first(length)), husk::error);
    };
    for (std::size_t part = 0; part < 16; ++part) cut_at(whole.size() * part / 16);
    for (std::size_t missing = 1; missing <= 16; ++missing) cut_at(whole.size() - missing);
    for (std::size_t length = 1; length < std::min<std::size_t>(700, whole.size()); length += 7)
        cut_at(length);
}

TEST_CASE("the error for a truncated file says so")
{
    auto const whole = husk::detail::read_file(photo("bee.jpg"));
    CHECK_THROWS_WITH(read_image(std::span(whole).first(whole.size() / 2)), ContainsSubstring("truncated"));
    scratch const folder;
    write_bytes(folder / "half.jpg", std::span(whole).first(whole.size() / 2));
    CHECK_THROWS_WITH(read_image(folder / "half.jpg"),
                      ContainsSubstring((folder / "half.jpg").string()) && ContainsSubstring("truncated"));
}

TEST_CASE("a corrupt JPEG is an error or an image, never a crash")
{
    auto const whole = husk::detail::read_file(sample("progressive.jpg"));
    auto const damage = GENERATE(0x01, 0x10, 0x80, 0xff);
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto file = whole;
        file[i] ^= static_cast<std::byte>(damage);
        try {
            read_image(file);
        } catch (husk::error const&) {
            ++refused;
        }
    }
    CHECK(refused > 50);
}

TEST_CASE("a corrupt PNG is an error")
{
    auto png = husk::encode_png(gradient({9, 9}, 3).view());
    png[png.size() / 2] ^= std::byte{1};
    CHECK_THROWS_WITH(read_image(png), ContainsSubstring("corrupt"));
}

TEST_CASE("what is not an image is refused by name")
{
    auto const [content, why] =
        GENERATE(table<std::string, std::string>({{"hello", "no format that husk knows"},
                                                  {"GIF89a......", "GIF"},
                                                  {"RIFF....WEBPVP8 ", "WebP"},
                                                  {"II*.........", "TIFF"},
                                                  {"", "no format"},
                                                  {"BM", "truncated"},
                                                  {"\xff\xd8\xff", "truncated"}}));
    CHECK_THROWS_WITH(read_image(as_bytes(content)), ContainsSubstring(why));
    CHECK_THROWS_WITH(read_image(sample("colours.gif")),
                      ContainsSubstring("colours.gif") && ContainsSubstring("a GIF"));
}

TEST_CASE("missing files, directories and impossible options are refused")
{
    CHECK_THROWS_WITH(read_image("no/such/file.jpg"), ContainsSubstring("no/such/file.jpg"));
    CHECK_THROWS_WITH(read_image(std::filesystem::path(HUSK_ROOT)), ContainsSubstring("directory"));
    CHECK_THROWS_WITH(read_image(photo("bee.jpg"), {.channels = 2}), ContainsSubstring("channels is 2"));
}

TEST_CASE("sizes are refused before memory is taken for them")
{
    CHECK_THROWS_WITH(read_image(photo("bee.jpg"), {.most_pixels = 500 * 375 - 1}),
                      ContainsSubstring("500x375") && ContainsSubstring("187499"));
    CHECK_NOTHROW(read_image(photo("bee.jpg"), {.most_pixels = 500 * 375}));
    // PNG headers that promise more, with a checksum that is right.
    auto const [side, why] =
        GENERATE(table<unsigned, std::string>({{20000, "20000x20000"}, {100000, "too large"}}));
    auto png = husk::encode_png(gradient({1, 1}, 1).view());
    for (std::size_t const at : {16u, 20u})
        for (std::size_t i = 0; i < 4; ++i) png[at + i] = static_cast<std::byte>(side >> (24 - 8 * i));
    auto const crc = husk::detail::crc32(std::span(png).subspan(12, 17));
    for (std::size_t i = 0; i < 4; ++i) png[29 + i] = static_cast<std::byte>(crc >> (24 - 8 * i));
    CHECK_THROWS_WITH(read_image(png), ContainsSubstring(why));
}
