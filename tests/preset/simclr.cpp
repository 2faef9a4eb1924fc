// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/simclr.hpp>

namespace preset = husk::preset;

using large = laws::plan_of<decltype(preset::simclr())>;
using small = laws::plan_of<decltype(preset::simclr_cifar())>;
static_assert(
    std::same_as<large,
                 husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey, laws::blur>>);
static_assert(
    std::same_as<small, husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey>>);
static_assert(large::walks == 2 && small::walks == 2);
static_assert(std::get<0>(preset::simclr().stages).tries == 100);

TEST_CASE("SimCLR: ranges and probabilities", "[preset]")
{
    auto const plans = laws::draws(preset::simclr());
    laws::check_crop(plans, {224, 224}, .08, 1, husk::filter::catmull_rom, false);
    laws::check_flip<1>(plans);
    laws::check_jitter<2>(plans, .8, {.8, .8, .8, .2, true});
    laws::check_probability<3>(plans, .2);
    laws::check_blur<4>(plans, .5, husk::blur_method::gaussian, husk::border::constant, 23);
}

TEST_CASE("SimCLR's first version adds to the brightness", "[preset]")
{
    auto const plans = laws::draws(preset::simclr(.5f, preset::simclr_version::v1));
    laws::check_jitter<2>(plans, .8, {.4, .4, .4, .1, true, true});
}

TEST_CASE("SimCLR for CIFAR: half the strength, no blur", "[preset]")
{
    auto const plans = laws::draws(preset::simclr_cifar());
    laws::check_crop(plans, {32, 32}, .08, 1, husk::filter::catmull_rom, false);
    laws::check_jitter<2>(plans, .8, {.4, .4, .4, .1, true});
}

TEST_CASE("SimCLR's views stay in [0, 1]", "[preset]")
{
    auto const photo = support::numbered({90, 70});
    husk::image<float, husk::planar> out({224, 224});
    husk::workspace memory;
    for (std::uint64_t i = 0; i < 6; ++i) {
        husk::apply(preset::simclr(), husk::key{.index = i}, photo, out, memory);
        CHECK(std::all_of(out.data(), out.data() + out.elements(), [](float v) { return v >= 0 && v <= 1; }));
    }
}
