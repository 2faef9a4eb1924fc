// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/resize.hpp>

using husk::extent, husk::filter, husk::resize;
using support::contains;

TEST_CASE("the longer side follows the shorter one, rounded down", "[transform]")
{
    for (extent const in : {extent{500, 375}, {375, 500}, {333, 333}, {1, 9}, {9, 1}, {7, 1000}})
        for (int const s : {1, 5, 224, 256}) {
            auto const k = geometry::drawn(resize{.shorter = s}, in);
            std::int64_t const least = std::min(in.width, in.height), most = std::max(in.width, in.height);
            CHECK(k.out.shorter_side() == s);
            CHECK(std::max(k.out.width, k.out.height) == s * most / least);
            CHECK((in.width < in.height ? k.out.width == s : k.out.height == s));
        }
}

TEST_CASE("resize draws the whole image, with its filter", "[transform]")
{
    auto const k = geometry::drawn(
        resize{.size = {30, 20}, .resampling = filter::lanczos, .antialias = false}, {90, 70});
    CHECK(k == husk::resample{{{}, {90, 70}}, {0, 90}, {0, 70}, {30, 20}, filter::lanczos, false});
    CHECK(k.describe() == "resample{90x70 at (0, 0) to 30x20, lanczos, not antialiased}");
}

TEST_CASE("to its own size an image stays", "[transform]")
{
    for (extent const in : {extent{1, 1}, {1, 17}, {17, 1}, {30, 20}})
        // Not of Lanczos, whose zeros are off by 1e-17: integers stay, below.
        for (auto const f : {filter::nearest, filter::bilinear, filter::bicubic, filter::area})
            for (bool const antialias : {true, false}) {
                INFO(to_string(in) << ' ' << to_string(f) << antialias);
                geometry::check_moved_anyhow(resize{in, 0, f, antialias}, in, 0, [](auto const&) {
                    return [](int x, int y) { return husk::point{x, y}; };
                });
            }
    auto const source = support::numbered<std::uint16_t>({30, 20});
    CHECK(husk::apply(resize{{30, 20}, 0, filter::lanczos}, husk::key{}, source) == source);
}

TEST_CASE("an even image stays even in every size", "[transform]")
{
    husk::image<std::uint8_t> source({23, 17});
    std::fill_n(source.data(), source.elements(), std::uint8_t{200});
    for (extent const out : {extent{1, 1}, {1, 60}, {60, 1}, {64, 65}, {11, 40}})
        for (auto const f :
             {filter::nearest, filter::bilinear, filter::bicubic, filter::area, filter::lanczos})
            for (bool const antialias : {true, false}) {
                auto const all = husk::apply(resize{out, 0, f, antialias}, husk::key{}, source);
                CHECK(all.size() == out);
                for (std::size_t i = 0; i < all.elements(); ++i) REQUIRE(all.data()[i] == 200);
            }
}

TEST_CASE("resize refuses sizes that are none, both, or too large", "[transform]")
{
    CHECK(contains(geometry::refusal(resize{}),
                   "resize.size is 0x0: must be positive (or give resize.shorter)"));
    CHECK(contains(geometry::refusal(resize{.size = {4, -1}}), "resize.size is 4x-1"));
    CHECK(contains(geometry::refusal(resize{.shorter = -3}), "resize.shorter is -3"));
    CHECK(
        contains(geometry::refusal(resize{.size = 4, .shorter = 4}), "resize.size is 4x4: cannot be given"));
    CHECK(contains(geometry::refusal(resize{.shorter = 1 << 20}, {1, 1 << 12}), "2^30 pixels or more"));
}
