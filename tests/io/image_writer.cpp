// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/image_writer.hpp>
#include <husk/io/write.hpp>

namespace {

/// Says "png" for a PNG, and takes nothing else.
class claim {
public:
    auto encode(husk::packed<std::uint8_t const>, husk::picture_format format, husk::write_options const&)
        -> std::optional<std::span<std::byte const>>
    {
        if (format != husk::picture_format::png) return {};
        return as_bytes("png");
    }
};

auto equal(std::span<std::byte const> a, std::span<std::byte const> b) -> bool
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace

TEST_CASE("a writer makes one file after the other, as the functions do")
{
    husk::image_writer<> writer;
    for (auto const size : {husk::extent{40, 30}, husk::extent{3, 5}, husk::extent{64, 1}}) {
        auto const picture = gradient({size.width + 2, size.height}, 3);
        auto const crop = picture.view().crop({{1, 0}, size});
        CHECK(equal(writer.encode(crop, husk::picture_format::png), husk::encode_png(crop)));
        CHECK(equal(writer.encode(crop, husk::picture_format::jpeg, {.quality = 80}),
                    husk::encode_jpeg(crop, {.quality = 80})));
    }
}

TEST_CASE("the first encoder that takes a picture encodes it")
{
    husk::image_writer<claim> writer;
    auto const picture = gradient({4, 4}, 3);
    CHECK(equal(writer.encode(picture.view(), husk::picture_format::png), as_bytes("png")));
    CHECK(
        equal(writer.encode(picture.view(), husk::picture_format::jpeg), husk::encode_jpeg(picture.view())));
    CHECK_THROWS_AS(writer.encode({}, husk::picture_format::png), husk::error);
    scratch const folder;
    writer.write(folder / "a.png", picture.view());
    CHECK(equal(husk::detail::read_file(folder / "a.png"), as_bytes("png")));
}
