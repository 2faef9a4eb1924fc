// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "every_transform.hpp"
#include "support.hpp"

// Rows of colours whose width leaves no rest to registers are computed where they belong: nothing beside
// them is written, and they are what rows of other layouts are.

namespace {

using husk::extent;

struct check {
    template <husk::transform T>
    void operator()(std::string const& name, T const& t) const
    {
        int turn = 0;
        for (extent const in : {extent{32, 7}, extent{64, 1}, extent{96, 33}}) {
            int const channels = std::array{3, 1, 4}[static_cast<std::size_t>(turn++ % 3)];
            auto const p = husk::draw(t, husk::key{.seed = 11}, in);
            INFO(name << " of " << in.width << "x" << in.height << " x " << channels << " to "
                      << p.size().width << "x" << p.size().height);
            REQUIRE(p.size().width % 32 == 0);
            auto const source = support::numbered(in, channels);
            support::guarded<float, husk::planar> target(p.size(), channels, 1);
            husk::image<float> plain(p.size(), channels);
            husk::workspace memory;
            husk::execute(p, source, target.view(), memory);
            husk::execute(p, source, plain, memory);
            REQUIRE(target.intact());
            REQUIRE(support::same_pixels(target.view(), plain.view()));
        }
    }
};

} // namespace

TEST_CASE("colours and areas in place", "[property]")
{
    support::every_colour(check{});
    support::every_area(check{});
}

TEST_CASE("geometry in place", "[property]")
{
    using namespace husk;
    for (auto const f : {filter::nearest, filter::bilinear, filter::bicubic, filter::area, filter::lanczos})
        check{}(to_string(f), resize{.size = {64, 9}, .resampling = f});
    check{}("center_crop", center_crop{.size = 32});
    check{}("random_crop", random_crop{.size = 64, .padding = 40, .outside = border::reflect});
    check{}("random_resized_crop", random_resized_crop{.size = 32});
    check{}("flips", random_horizontal_flip{1} | random_vertical_flip{1} | invert{});
    check{}("rotation", random_rotation{.degrees = {-180, 180}, .resampling = filter::bilinear});
    check{}("affine", random_affine{.degrees = {-40, 40}, .resampling = filter::bicubic});
    check{}("perspective", random_perspective{.outside = border::reflect});
}
