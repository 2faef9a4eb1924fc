// SPDX-License-Identifier: MIT
#include "transform/geometry.hpp"

#include <husk/transform/random_right_angle.hpp>

using husk::extent, husk::random_right_angle;

namespace {

/// Where pixel (x, y) comes from when an image is turned clockwise by a quarter, n times.
auto source_of(int quarters, extent in, int x, int y) -> husk::point
{
    if (quarters == 0) return {x, y};
    if (quarters == 1) return {y, in.height - 1 - x};
    if (quarters == 2) return {in.width - 1 - x, in.height - 1 - y};
    return {in.width - 1 - y, x};
}

} // namespace

TEST_CASE("right angles turn every size, element and layout", "[transform]")
{
    for (extent const in : {extent{1, 1}, {1, 40}, {40, 1}, {17, 17}, {31, 20}})
        for (bool const keep : {true, false})
            for (std::uint64_t i = 0; i < 8; ++i)
                geometry::check_moved_anyhow(random_right_angle{keep}, in, i, [&](auto const& k) {
                    return [&in, way = static_cast<int>(k.way)](int x, int y) {
                        return source_of(way, in, x, y);
                    };
                });
}

TEST_CASE("all angles that keep the size are equally likely, or all there are", "[transform]")
{
    std::vector<int> square(4), kept(4), free(4);
    for (std::uint64_t i = 0; i < 4000; ++i) {
        ++square[static_cast<std::size_t>(geometry::drawn(random_right_angle{}, {8, 8}, i).way)];
        ++kept[static_cast<std::size_t>(geometry::drawn(random_right_angle{}, {8, 9}, i).way)];
        ++free[static_cast<std::size_t>(geometry::drawn(random_right_angle{false}, {8, 9}, i).way)];
    }
    CHECK(geometry::uniform(square));
    CHECK(geometry::uniform(free));
    CHECK((kept[1] == 0 && kept[3] == 0));
    CHECK(geometry::uniform({kept[0], kept[2]}));
}

TEST_CASE("an angle says what it does", "[transform]")
{
    CHECK(husk::turned{husk::turn::quarter}.describe() == "turned{90 degrees}");
    CHECK(husk::turned{husk::turn::quarter}.size({3, 5}) == extent{5, 3});
    CHECK(husk::turned{husk::turn::half}.size({3, 5}) == extent{3, 5});
}
