// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/image_reader.hpp>
#include <husk/io/read.hpp>

using Matchers::ContainsSubstring;

namespace {

/// Takes pictures of one pixel alone, and makes it 7.
class ones {
public:
    auto decode(husk::picture_file const&, husk::picture_shape const& wanted)
        -> std::optional<husk::packed<std::uint8_t const>>
    {
        if (wanted.size != husk::extent{1, 1}) return {};
        return husk::packed<std::uint8_t const>{seven, wanted.size, wanted.channels};
    }

private:
    std::uint8_t seven[4]{7, 7, 7, 7};
};

} // namespace

TEST_CASE("a reader gives one file after the other, as read_image does, whatever their sizes")
{
    husk::image_reader<> reader;
    for (auto const* name : {"cmyk.jpg", "colours.bmp", "grey16.png", "progressive.jpg", "palette.png"}) {
        INFO(name);
        CHECK(same(reader.read(sample(name)), husk::read_image(sample(name)).view()));
        CHECK_THROWS_WITH(reader.read(sample("no.jpg")), ContainsSubstring("no.jpg"));
    }
}

TEST_CASE("the first decoder that takes a file decodes it")
{
    husk::image_reader<ones> reader;
    CHECK(same(reader.read(sample("colours.bmp")), husk::read_image(sample("colours.bmp")).view()));
    unsigned char const bmp[]{'B', 'M', 58, 0, 0, 0, 0, 0, 0,  0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0,
                              0,   0,   1,  0, 0, 0, 1, 0, 24, 0, 0,  0, 0, 0, 4,  0, 0, 0, 0, 0,
                              0,   0,   0,  0, 0, 0, 0, 0, 0,  0, 0,  0, 0, 0, 1,  2, 3, 0};
    husk::picture_file const one{std::as_bytes(std::span(bmp)), "one.bmp"};
    CHECK(husk::image_reader<>().read(one)(0, 0, 0) == 3);
    CHECK(reader.read(one)(0, 0, 0) == 7);
}
