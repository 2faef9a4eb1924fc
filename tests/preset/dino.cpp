// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/dino.hpp>

namespace preset = husk::preset;

using drawn = laws::plan_of<decltype(std::get<0>(preset::dino().groups).view)>;
static_assert(std::same_as<drawn, husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey,
                                             laws::blur, laws::solarized, laws::normal>>);
static_assert(drawn::walks == 2);
static_assert(std::get<2>(preset::dino().groups).count == 8);

namespace {

/// The three kinds of views: how often each is blurred, and by what.
template <class Crops>
void check(Crops const& crops, double least, double most, std::array<double, 3> const& blurred,
           husk::blur_method method, int taps)
{
    auto const check_one = [&](auto const& group, int size, double low, double high, double blurs,
                               double solarizes) {
        auto const plans = laws::draws(group.view);
        laws::check_crop(plans, {size, size}, low, high, husk::filter::bicubic);
        laws::check_flip<1>(plans);
        laws::check_jitter<2>(plans, .8, {.4, .4, .2, .1});
        laws::check_probability<3>(plans, .2);
        laws::check_blur<4>(plans, blurs, method, husk::border::reflect, taps);
        laws::check_solarize<5>(plans, solarizes);
        laws::check_normalize<6>(plans);
    };
    check_one(std::get<0>(crops.groups), 224, least, 1, blurred[0], 0);
    check_one(std::get<1>(crops.groups), 224, least, 1, blurred[1], .2);
    check_one(std::get<2>(crops.groups), 96, .05, most, blurred[2], 0);
}

} // namespace

TEST_CASE("DINO: ranges and probabilities of all views", "[preset]")
{
    check(preset::dino(), .4, .4, {1, .1, .5}, husk::blur_method::three_boxes, 0);
}

TEST_CASE("DINOv2 as documented: ranges and probabilities of all views", "[preset]")
{
    check(preset::dinov2(preset::dinov2_blur::as_documented), .32, .32, {1, .1, .5},
          husk::blur_method::gaussian, 9);
}

TEST_CASE("DINOv2 as released never blurs its first view, and the second nearly always", "[preset]")
{
    constexpr auto crops = preset::dinov2(preset::dinov2_blur::as_released);
    static_assert(std::get<4>(std::get<0>(crops.groups).view.stages).probability == 0);
    check(crops, .32, .32, {0, .9, .5}, husk::blur_method::gaussian, 9);
    CHECK(std::get<0>(
              laws::draws(std::get<2>(preset::dinov2(preset::dinov2_blur::as_released, 4, 98).groups).view,
                          1)[0]
                  .steps)
              .out == husk::extent{98, 98});
}
