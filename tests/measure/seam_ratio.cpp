// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

#include <husk/measure/seam_ratio.hpp>

using namespace husk;
using Catch::Matchers::WithinAbs;
using pictures::complains_about;

namespace {

constexpr auto infinite = std::numeric_limits<double>::infinity();

auto in_a_row(std::vector<int> const& values) -> pictures::picture
{
    return pictures::paint({static_cast<int>(values.size()), 1}, 1,
                           [&](int x, int, int) { return values[static_cast<std::size_t>(x)]; });
}

/// Two pieces of three pixels.
auto two_pieces() -> coordinate_map
{
    auto map = coordinate_map::identity({6, 1});
    for (int x = 3; x < 6; ++x) map(x, 0).x += 10;
    return map;
}

} // namespace

TEST_CASE("the seam ratio is that of the mean steps", "[measure]")
{
    // Inside 2, 4, 1, 1: 2 on average; across the seam 30.
    CHECK_THAT(seam_ratio(in_a_row({10, 12, 16, 46, 45, 44}).view(), two_pieces()), WithinAbs(15, 1e-12));
    CHECK_THAT(seam_ratio(in_a_row({10, 12, 16, 18, 19, 20}).view(), two_pieces()), WithinAbs(1, 1e-12));
    CHECK_THAT(seam_ratio(in_a_row({10, 12, 16, 16, 17, 18}).view(), two_pieces()), WithinAbs(0, 1e-12));
}

TEST_CASE("without seams, without an inside, without contrast", "[measure]")
{
    auto const p = in_a_row({1, 2, 4, 9, 9, 7}), flat = in_a_row({5, 5, 5, 5, 5, 5}),
               step = in_a_row({5, 5, 5, 6, 6, 6});
    CHECK(seam_ratio(p.view(), coordinate_map::identity({6, 1})) == 0);
    CHECK(seam_ratio(p.view(), coordinate_map({6, 1})) == infinite);
    CHECK(seam_ratio(flat.view(), two_pieces()) == 1);
    CHECK(seam_ratio(step.view(), two_pieces()) == infinite);
}

TEST_CASE("random tiles of a smooth picture have loud seams", "[measure]")
{
    auto const source = pictures::paint({96, 96}, 3, [](int x, int y, int c) {
        return 128 + std::lround(100 * std::sin(.05 * x + c) * std::cos(.04 * y)) +
               static_cast<int>(pictures::grain(x, y, c) % 3);
    });
    auto const map = pictures::random_tiles({96, 96}, {90, 64}, 16);
    auto const out = pictures::replayed(map, source.view());
    CHECK(seam_ratio(out.view(), map) > 8);
}

TEST_CASE("the seam ratio rejects a map of another size", "[measure]")
{
    auto const p = in_a_row({1, 2, 3});
    CHECK(complains_about("map.size is 2x1", [&] { seam_ratio(p.view(), coordinate_map({2, 1})); }));
    CHECK(complains_about("output.data", [&] { seam_ratio({}, coordinate_map({2, 1})); }));
}
