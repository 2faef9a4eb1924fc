// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/nearest_pixels.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

using husk::border, husk::detail::spots;

namespace {

/// Every pixel by itself: the one that its place falls into.
void compare(husk::packed<std::uint8_t const> image, husk::sight const& through, int width)
{
    std::array<std::uint8_t, 4> const fill{1, 2, 3, 4};
    husk::detail::nearest_pixels const rows{image, through, width, fill};
    auto const pixel = static_cast<std::size_t>(image.channels);
    for (int y = 0; y < 40; y += 3) {
        std::vector<std::uint8_t> row(pixel * static_cast<std::size_t>(width)); // a sanitizer knows the end
        rows.pull<husk::simd::best>(y, row.data());
        spots s{};
        for (int x = 0; x < width; ++x) {
            if (x % spots::count == 0)
                husk::detail::sight_line<husk::simd::scalar, 1, false>{through.to_image, y, image.size}.find(
                    x, s);
            auto const i = static_cast<std::size_t>(x % spots::count);
            int const from_x = husk::place(s.left[i], image.size.width, through.outside),
                      from_y = husk::place(s.top[i], image.size.height, through.outside);
            auto const* const expected = from_x < 0 || from_y < 0 ? fill.data() : image.at(from_x, from_y);
            REQUIRE(std::memcmp(row.data() + pixel * static_cast<std::size_t>(x), expected, pixel) == 0);
        }
    }
}

} // namespace

TEST_CASE("the nearest pixels are moved, from inside and outside, in rows of any width", "[kernel]")
{
    husk::stream g(husk::key{.seed = 9});
    for (int const channels : {1, 3, 4})
        for (auto const outside : {border::constant, border::edge, border::reflect})
            for (int const width : {1, 2, 7, 8, 9, 31, 32, 33, 40, 64, 75}) {
                auto const source = support::numbered({41, 33}, channels);
                auto const in = [&](float low, float high) {
                    return double{g.in(husk::interval{low, high})};
                };
                husk::sight through{
                    {in(-1, 1), in(-1, 1), in(0, 40), in(-1, 1), in(-1, 1), in(0, 40), 0, 0, 1}};
                through.outside = outside;
                compare(source.view(), through, width);
                through.to_image = {1, 0, in(-5, 5), 0, 1, in(-5, 5), 0, 0, 1};
                compare(source.view(), through, width);
                through.to_image[6] = .002;
                compare(source.view(), through, width);
            }
}
