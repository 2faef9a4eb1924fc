// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/image_writer.hpp>
#include <husk/io/libpng_encoder.hpp>
#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

TEST_CASE("a PNG by libpng holds every pixel, crops too, and one encoder makes many")
{
    husk::image_writer<husk::libpng_encoder> writer;
    for (int const channels : {1, 3, 4})
        for (auto const size :
             {husk::extent{64, 40}, husk::extent{1, 1}, husk::extent{1, 9}, husk::extent{31, 17}}) {
            auto const whole = gradient({size.width + 5, size.height + 3}, channels);
            auto const crop = whole.view().crop({{2, 1}, size});
            auto const file = writer.encode(crop, husk::picture_format::png);
            CHECK(same(husk::read_image(file).view(), crop));
        }
}

TEST_CASE("of a photograph libpng's file is smaller than stb's")
{
    auto const photograph = husk::read_image(photo("bee.jpg"));
    husk::image_writer<husk::libpng_encoder> writer;
    CHECK(writer.encode(photograph.view(), husk::picture_format::png).size() <
          husk::encode_png(photograph.view()).size());
}

TEST_CASE("libpng leaves JPEG to others")
{
    husk::libpng_encoder alone;
    CHECK_FALSE(alone.encode(gradient({4, 4}, 3).view(), husk::picture_format::jpeg, {}).has_value());
}
