// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/damaged.hpp"
#include "io/odd_png.hpp"

#include <husk/io/libpng_decoder.hpp>
#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

namespace {

using png_reader = husk::image_reader<husk::libpng_decoder>;

auto decodes(husk::libpng_decoder& d, std::span<std::byte const> file, husk::picture_shape const& wanted)
    -> bool
{
    return d.decode({file, "file"}, wanted).has_value();
}

} // namespace

TEST_CASE("libpng's pixels are stb's, of every kind of PNG there is")
{
    odd_png kind = GENERATE(odd_png{PNG_COLOR_TYPE_GRAY, 1}, odd_png{PNG_COLOR_TYPE_GRAY, 2},
                            odd_png{PNG_COLOR_TYPE_GRAY, 4}, odd_png{PNG_COLOR_TYPE_GRAY, 8},
                            odd_png{PNG_COLOR_TYPE_GRAY, 16}, odd_png{PNG_COLOR_TYPE_RGB, 8},
                            odd_png{PNG_COLOR_TYPE_RGB, 16}, odd_png{PNG_COLOR_TYPE_PALETTE, 1},
                            odd_png{PNG_COLOR_TYPE_PALETTE, 4}, odd_png{PNG_COLOR_TYPE_PALETTE, 8},
                            odd_png{PNG_COLOR_TYPE_GRAY_ALPHA, 8}, odd_png{PNG_COLOR_TYPE_GRAY_ALPHA, 16},
                            odd_png{PNG_COLOR_TYPE_RGB_ALPHA, 8}, odd_png{PNG_COLOR_TYPE_RGB_ALPHA, 16});
    kind.interlaced = GENERATE(false, true);
    kind.transparent = GENERATE(false, true);
    auto const channels = GENERATE(0, 1, 3, 4);
    INFO("type " << kind.type << ", bits " << kind.bits << (kind.interlaced ? ", interlaced" : "")
                 << (kind.transparent ? ", tRNS" : "") << ", channels " << channels);
    auto const file = made(kind);
    auto const expected = husk::read_image(file, {.channels = channels});
    png_reader reader;
    CHECK(judge(reader, file, {.channels = channels}).pixels == expected);
    husk::libpng_decoder alone; // it did the work, save where colours become grey
    bool const coloured = (kind.type & PNG_COLOR_MASK_COLOR) != 0;
    CHECK(decodes(alone, file, {expected.size(), expected.channels()}) == (channels != 1 || !coloured));
}

TEST_CASE("a PNG that is cut at any byte of its pixels is not decoded by libpng, and refused as before")
{
    auto const kind = GENERATE(odd_png{PNG_COLOR_TYPE_RGB, 8}, odd_png{PNG_COLOR_TYPE_GRAY, 8, true});
    auto const file = made(kind);
    auto const expected = husk::read_image(file);
    husk::libpng_decoder alone;
    png_reader png;
    husk::image_reader<> stb;
    constexpr std::size_t tail = 4 + 12 + 4; // checksums and the last chunk, which the check before looks at
    cut_everywhere(file, [&](auto cut) {
        INFO(cut.size() << " of " << file.size() << " bytes");
        if (cut.size() + tail < file.size() && decodes(alone, cut, {expected.size(), expected.channels()}))
            FAIL("was decoded");
        auto const verdict = judge(png, cut);
        if (verdict.why.empty() || verdict.why != judge(stb, cut).why) FAIL("another verdict than stb's");
    });
    CHECK(judge(png, file).pixels == expected);
}

TEST_CASE("libpng meets spoilt bytes without the checks before it, and neither crashes nor leaks")
{
    auto const file = made({PNG_COLOR_TYPE_PALETTE, 8, true, true});
    husk::libpng_decoder alone;
    int refused = 0, all = 0;
    spoil_everywhere(file, [&](auto spoilt) {
        ++all;
        refused += !decodes(alone, spoilt, {odd_png::size, 4});
    });
    CHECK(refused > all / 10);
    CHECK(decodes(alone, file, {odd_png::size, 4}));
}

TEST_CASE("libpng is not believed when it would make another picture than is wanted")
{
    auto const file = made({PNG_COLOR_TYPE_RGB, 8});
    husk::libpng_decoder alone;
    CHECK_FALSE(decodes(alone, file, {{odd_png::size.width, odd_png::size.height - 1}, 3}));
    CHECK_FALSE(decodes(alone, file, {{odd_png::size.width + 1, odd_png::size.height}, 3}));
    CHECK_FALSE(decodes(alone, as_bytes("BM"), {{1, 1}, 3}));
}
