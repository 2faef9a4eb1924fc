// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/barlow_twins.hpp>

namespace preset = husk::preset;

using drawn = laws::plan_of<decltype(preset::barlow_twins(1))>;
static_assert(std::same_as<drawn, husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey,
                                             laws::blur, laws::solarized, laws::normal>>);
static_assert(drawn::walks == 2);

TEST_CASE("Barlow Twins: ranges and probabilities of both views", "[preset]")
{
    for (int const number : {1, 2}) {
        auto const plans = laws::draws(preset::barlow_twins(number));
        laws::check_crop(plans, {224, 224}, .08, 1, husk::filter::bicubic);
        laws::check_flip<1>(plans);
        laws::check_jitter<2>(plans, .8, {.4, .4, .2, .1});
        laws::check_probability<3>(plans, .2);
        laws::check_blur<4>(plans, number == 1 ? 1 : .1f, husk::blur_method::three_boxes);
        laws::check_solarize<5>(plans, number == 1 ? 0 : .2f);
        laws::check_normalize<6>(plans);
    }
}
