// SPDX-License-Identifier: MIT
#include "property/fused.hpp"

#include <husk/preset/barlow_twins.hpp>
#include <husk/preset/byol.hpp>
#include <husk/preset/moco.hpp>
#include <husk/preset/simclr.hpp>

namespace {

using husk::extent;

struct check {
    template <husk::transform T>
    void operator()(char const* name, T const& t) const
    {
        INFO(name);
        std::uint64_t index = 0;
        for (extent const in : {extent{61, 47}, extent{40, 90}, extent{33, 33}, extent{1, 5}}) {
            compare(t, ++index, support::numbered(in));
            compare(t, ++index, support::numbered<float>(in));
            compare(t, ++index, support::numbered<std::uint16_t>(in, 4));
        }
    }

private:
    template <class T, class U>
    static void compare(T const& t, std::uint64_t index, husk::image<U> const& source)
    {
        husk::workspace memory;
        fused::check(husk::draw(t, husk::key{.seed = 20, .index = index}, source.size()), source, memory);
    }
};

} // namespace

TEST_CASE("fused is unfused: the published views", "[property]")
{
    namespace preset = husk::preset;
    check{}("moco_v2", preset::moco_v2(40));
    check{}("moco_v3", preset::moco_v3(2, .08f, 33));
    check{}("simclr", preset::simclr(1, preset::simclr_version::v2, 40));
    check{}("byol", preset::byol(2, 40));
    check{}("barlow_twins", preset::barlow_twins(2, 40));
}

TEST_CASE("fused is unfused: maps seen through crops and flips, among colours", "[property]")
{
    using namespace husk;
    auto const shown = random_crop{.size = 30, .padding = 5, .outside = border::reflect} |
                       random_horizontal_flip{} | random_vertical_flip{};
    check{}("rotation", random_rotation{.degrees = {-60, 60}, .resampling = filter::bilinear} | shown);
    check{}("affine", resize{.size = {50, 44}} | hue{} |
                          random_affine{.degrees = {-30, 30}, .resampling = filter::bilinear} | saturation{});
    check{}("perspective", shown | random_perspective{.outside = border::edge} | gaussian_blur{} | shown);
}

TEST_CASE("fused is unfused: what must see whole images, and what only moves pixels", "[property]")
{
    using namespace husk;
    check{}("statistics", contrast{} | random_erasing{.probability = 1} | autocontrast{} |
                              resize{.size = 29} | equalize{} | normalize{});
    check{}("areas", sharpness{} | gaussian_blur{.sigma = {1, 2}} | gaussian_noise{} | cutout{.side = 9} |
                         gaussian_blur{.sigma = {1, 2}, .method = blur_method::three_boxes});
    check{}("choices", some_of(2, solarize{}, posterize{}, husk::gamma{}) |
                           in_random_order(invert{}, resize{.size = 20}));
    check{}("patches", random_resized_crop{.size = 48} | grayscale{} |
                           patch_negative{.side = {5, 9}, .size = extent{40, 40}} | brightness{} |
                           random_right_angle{});
}
