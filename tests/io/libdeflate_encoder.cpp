// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/image_reader.hpp>
#include <husk/io/image_writer.hpp>
#include <husk/io/libdeflate_encoder.hpp>
#include <husk/io/libpng_decoder.hpp>
#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

TEST_CASE(
    "a PNG by libdeflate holds every pixel, crops too, for stb and for libpng, and one encoder makes many")
{
    husk::image_writer<husk::libdeflate_encoder> writer;
    husk::image_reader<husk::libpng_decoder> libpng;
    for (int const channels : {1, 3, 4})
        for (auto const size :
             {husk::extent{64, 40}, husk::extent{1, 1}, husk::extent{1, 9}, husk::extent{31, 17}}) {
            auto const whole = gradient({size.width + 5, size.height + 3}, channels);
            auto const crop = whole.view().crop({{2, 1}, size});
            auto const file = writer.encode(crop, husk::picture_format::png);
            CHECK(same(husk::read_image(file).view(), crop));
            CHECK(same(libpng.read(husk::picture_file{file, "file"}), crop));
        }
}

TEST_CASE("pixels that cannot be compressed fit as well")
{
    std::mt19937 noise(3);
    husk::image<std::uint8_t> picture({97, 61}, 4);
    for (std::size_t i = 0; i < picture.elements(); ++i)
        picture.data()[i] = static_cast<std::uint8_t>(noise());
    husk::image_writer<husk::libdeflate_encoder> writer;
    CHECK(husk::read_image(writer.encode(picture.view(), husk::picture_format::png)) == picture);
}

TEST_CASE("of a photograph libdeflate's file is smaller than stb's")
{
    auto const photograph = husk::read_image(photo("bee.jpg"));
    husk::image_writer<husk::libdeflate_encoder> writer;
    CHECK(writer.encode(photograph.view(), husk::picture_format::png).size() <
          husk::encode_png(photograph.view()).size());
}

TEST_CASE("libdeflate leaves JPEG to others")
{
    husk::libdeflate_encoder alone;
    CHECK_FALSE(alone.encode(gradient({4, 4}, 3).view(), husk::picture_format::jpeg, {}).has_value());
}
