// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

using Matchers::ContainsSubstring;

TEST_CASE("PNG gives back every pixel, crops too")
{
    auto const channels = GENERATE(1, 3, 4);
    auto const size = GENERATE(husk::extent{1, 1}, husk::extent{1, 9}, husk::extent{31, 17});
    scratch const folder;
    auto const whole = gradient({size.width + 5, size.height + 3}, channels);
    auto const crop = whole.view().crop({{2, 1}, size});
    husk::write_png(folder / "a.png", crop);
    CHECK(same(husk::read_image(folder / "a.png").view(), crop));
    husk::write_png(folder / "a.png", whole.view());
    CHECK(same(husk::read_image(folder / "a.png").view(), whole.view()));
    CHECK(folder.entries() == 1);
}

TEST_CASE("JPEG comes close, crops too")
{
    auto const channels = GENERATE(1, 3, 4);
    scratch const folder;
    auto const whole = gradient({41, 29}, channels);
    auto const crop = whole.view().crop({{3, 2}, {32, 20}});
    husk::write_jpeg(folder / "a.jpg", crop, {.quality = 100});
    auto const back = husk::read_image(folder / "a.jpg");
    REQUIRE(back.size() == crop.size);
    int worst = 0;
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 32; ++x)
            for (int c = 0; c < std::min(channels, 3); ++c)
                worst = std::max(worst, std::abs(back.view()(x, y, c) - crop(x, y, c)));
    CHECK(worst <= 4);
}

TEST_CASE("quality is the size of a JPEG file")
{
    auto const photograph = husk::read_image(photo("bee.jpg"));
    CHECK(husk::encode_jpeg(photograph.view(), {.quality = 30}).size() <
          husk::encode_jpeg(photograph.view(), {.quality = 95}).size());
    auto const quality = GENERATE(0, 101, -5);
    CHECK_THROWS_WITH(husk::encode_jpeg(photograph.view(), {.quality = quality}),
                      ContainsSubstring("quality is " + std::to_string(quality)));
}

TEST_CASE("write_image goes by the extension")
{
    scratch const folder;
    auto const small = gradient({4, 4}, 3);
    for (auto const* name : {"a.png", "b.PNG", "c.jpg", "d.Jpeg"}) {
        husk::write_image(folder / name, small.view());
        CHECK(husk::read_image(folder / name).size() == small.size());
    }
    CHECK_THROWS_WITH(husk::write_image(folder / "a.gif", small.view()), ContainsSubstring("a.gif"));
    CHECK(folder.entries() == 4);
}

TEST_CASE("impossible views and places are refused")
{
    scratch const folder;
    auto const small = gradient({4, 4}, 3);
    CHECK_THROWS_AS(husk::write_png(folder / "a.png", {}), husk::error);
    CHECK_THROWS_AS(husk::write_png(folder / "a.png", {small.data(), {4, 4}, 2}), husk::error);
    CHECK_THROWS_AS(husk::write_png(folder / "a.png", {small.data(), {4, 4}, 3, 11}), husk::error);
    CHECK_THROWS_AS(husk::write_png(folder / "a.png", {small.data(), {30000, 30000}, 3}), husk::error);
    CHECK_THROWS_WITH(husk::write_png(folder / "no/a.png", small.view()), ContainsSubstring("no/a.png"));
    CHECK(folder.entries() == 0);
}
