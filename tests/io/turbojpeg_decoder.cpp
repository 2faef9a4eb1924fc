// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/damaged.hpp"

#include <husk/io/read.hpp>
#include <husk/io/turbojpeg_decoder.hpp>
#include <husk/io/write.hpp>

#include <thread>

namespace {

using turbo_reader = husk::image_reader<husk::turbojpeg_decoder>;

/// The decoder alone, without the checks before it or another after it.
auto decodes(husk::turbojpeg_decoder& d, std::span<std::byte const> file, husk::picture_shape const& wanted)
    -> bool
{
    return d.decode({file, "file"}, wanted).has_value();
}

auto small_jpeg(int quality) -> std::vector<std::byte>
{
    return husk::encode_jpeg(gradient({37, 21}, 3).view(), {.quality = quality});
}

} // namespace

TEST_CASE("libjpeg-turbo's pixels are within three levels of stb's, and rarely off at all")
{
    auto const* const name = GENERATE("bee.jpg", "bridge.jpg", "chelsea.jpg", "citrus.jpg", "coffee.jpg");
    auto const channels = GENERATE(1, 3, 4);
    auto const bytes = husk::detail::read_file(photo(name));
    auto const expected = husk::read_image(bytes, {.channels = channels});
    husk::turbojpeg_decoder decoder;
    auto const pixels = decoder.decode({bytes, name}, {expected.size(), channels});
    REQUIRE(pixels);
    CHECK(same(*pixels, expected.view(), 3));
    double off = 0;
    for (std::size_t i = 0; i < expected.elements(); ++i)
        off += std::abs(pixels->data[i] - expected.data()[i]);
    CHECK(off / static_cast<double>(expected.elements()) < .15);
}

TEST_CASE("grey, halved colours, progressive and turned files are read as by stb")
{
    auto file = husk::detail::read_file(sample("progressive.jpg"));
    SECTION("progressive") {}
    SECTION("grey") { file = husk::encode_jpeg(gradient({23, 9}, 1).view()); }
    SECTION("colours at half the resolution") { file = small_jpeg(50); }
    SECTION("one pixel") { file = husk::encode_jpeg(gradient({1, 1}, 3).view()); }
    SECTION("Exif")
    {
        static constexpr unsigned char app1[]{0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,  'M', 'M',
                                              0,    42,   0, 0,  0,   8,   0,   1,   1, 18, 0,   3,
                                              0,    0,    0, 1,  0,   6,   0,   0,   0, 0,  0,   0};
        auto const bytes = std::as_bytes(std::span(app1));
        file = small_jpeg(95);
        file.insert(file.begin() + 2, bytes.begin(), bytes.end());
        REQUIRE(husk::exif_turn(file) != husk::turn::none);
    }
    turbo_reader turbo;
    for (int const channels : {0, 1, 3, 4}) {
        auto const expected = husk::read_image(file, {.channels = channels});
        CHECK(same(judge(turbo, file, {.channels = channels}).pixels.view(), expected.view(), 6));
    }
}

TEST_CASE("what libjpeg-turbo does not take is left to stb")
{
    auto const* const name = GENERATE("cmyk.jpg", "grey16.png", "colours.bmp");
    auto const file = husk::detail::read_file(sample(name));
    auto const expected = husk::read_image(file);
    husk::turbojpeg_decoder alone;
    CHECK_FALSE(decodes(alone, file, {expected.size(), expected.channels()}));
    turbo_reader turbo;
    CHECK(judge(turbo, file).pixels == expected);
}

TEST_CASE("a JPEG that is cut at any byte is never decoded by libjpeg-turbo, and refused as before")
{
    auto const file =
        GENERATE(small_jpeg(95), small_jpeg(50), husk::detail::read_file(sample("progressive.jpg")));
    auto const size = husk::read_image(file).size();
    husk::turbojpeg_decoder alone;
    turbo_reader turbo;
    husk::image_reader<> stb;
    REQUIRE(decodes(alone, file, {size, 3}));
    auto const end = file.size() - 2; // the marker alone may be missing; the check before notices that
    cut_everywhere(file, [&](auto cut) {
        INFO(cut.size() << " of " << file.size() << " bytes");
        if (cut.size() < end && decodes(alone, cut, {size, 3})) FAIL("was decoded");
        auto const verdict = judge(turbo, cut);
        if (verdict.why.empty() || verdict.why != judge(stb, cut).why) FAIL("another verdict than stb's");
    });
    CHECK(decodes(alone, file, {size, 3})); // none of that left a trace
}

TEST_CASE("a spoilt JPEG is an error or a picture of the right shape, whatever the decoder")
{
    turbo_reader turbo;
    husk::image_reader<> stb;
    int refused = 0;
    spoil_everywhere(small_jpeg(95), [&](auto file) {
        auto const a = judge(turbo, file, {.most_pixels = 1 << 16}),
                   b = judge(stb, file, {.most_pixels = 1 << 16});
        if (a.why.empty() && b.why.empty() && a.pixels.size() != b.pixels.size()) FAIL("shapes differ");
        if (!a.why.empty() && b.why.empty()) FAIL("refused, though stb reads it: " << a.why);
        refused += !a.why.empty();
    });
    CHECK(refused > 50);
}

TEST_CASE("decoders on several threads do not disturb each other", "[threads]")
{
    auto const file = husk::detail::read_file(photo("bee.jpg"));
    turbo_reader one;
    auto const expected = judge(one, file).pixels;
    std::vector<std::thread> team;
    std::array<int, 4> right{};
    for (auto& r : right)
        team.emplace_back([&file, &expected, &r] {
            turbo_reader mine;
            for (int i = 0; i < 5; ++i) r += judge(mine, file).pixels == expected;
        });
    for (auto& t : team) t.join();
    CHECK(right == std::array<int, 4>{5, 5, 5, 5});
}
