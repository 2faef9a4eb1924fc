// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/image_writer.hpp>
#include <husk/io/read.hpp>
#include <husk/io/turbojpeg_encoder.hpp>
#include <husk/io/write.hpp>

namespace {

/// The sum of squared differences, a pixel.
auto error_of(husk::packed<std::uint8_t const> a, husk::packed<std::uint8_t const> b) -> double
{
    double sum = 0;
    for (int y = 0; y < a.size.height; ++y)
        for (int x = 0; x < a.size.width; ++x)
            for (int c = 0; c < std::min(a.channels, 3); ++c) sum += std::pow(a(x, y, c) - b(x, y, c), 2);
    return sum / static_cast<double>(a.size.area());
}

} // namespace

TEST_CASE("a JPEG by libjpeg-turbo is as close to the picture as stb's, crops too, and as small")
{
    auto const photograph = husk::read_image(photo("bee.jpg"), {.channels = GENERATE(1, 3, 4)});
    auto const crop = photograph.view().crop({{3, 2}, {301, 203}});
    auto const quality = GENERATE(30, 90, 91, 100);
    INFO("channels " << crop.channels << ", quality " << quality);
    husk::image_writer<husk::turbojpeg_encoder> writer;
    auto const file = writer.encode(crop, husk::picture_format::jpeg, {.quality = quality});
    auto const others = husk::encode_jpeg(crop, {.quality = quality});
    CHECK(error_of(crop, husk::read_image(file).view()) <=
          1.05 * error_of(crop, husk::read_image(others).view()) + .5);
    CHECK(static_cast<double>(file.size()) < 1.05 * static_cast<double>(others.size()));
}

TEST_CASE("one encoder makes many files of other sizes, and leaves PNG to others")
{
    husk::image_writer<husk::turbojpeg_encoder> writer;
    for (auto const size :
         {husk::extent{64, 40}, husk::extent{1, 1}, husk::extent{300, 2}, husk::extent{31, 17}}) {
        auto const picture = gradient(size, 3);
        CHECK(husk::read_image(writer.encode(picture.view(), husk::picture_format::jpeg)).size() == size);
        CHECK(same(husk::read_image(writer.encode(picture.view(), husk::picture_format::png)).view(),
                   picture.view()));
    }
}
