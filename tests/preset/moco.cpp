// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/moco.hpp>

namespace preset = husk::preset;

using v1 = laws::plan_of<decltype(preset::moco_v1())>;
using v2 = laws::plan_of<decltype(preset::moco_v2())>;
using v3 = laws::plan_of<decltype(preset::moco_v3(1))>;
static_assert(std::same_as<v1, husk::plan<laws::crop, laws::grey, laws::jitter, laws::flip, laws::normal>>);
static_assert(std::same_as<v2, husk::plan<laws::crop, husk::perhaps<laws::jitter>, laws::grey, laws::blur,
                                          laws::flip, laws::normal>>);
static_assert(std::same_as<v3, husk::plan<laws::crop, husk::perhaps<laws::jitter>, laws::grey, laws::blur,
                                          laws::solarized, laws::flip, laws::normal>>);
// Contrast must see its image once; all else goes by rows.
static_assert(v1::walks == 2 && v2::walks == 2 && v3::walks == 2);

TEST_CASE("MoCo v1: ranges and probabilities", "[preset]")
{
    auto const plans = laws::draws(preset::moco_v1());
    laws::check_crop(plans, {224, 224}, .2, 1);
    laws::check_probability<1>(plans, .2);
    laws::check_jitter<2>(plans, 1, {.4, .4, .4, .4});
    laws::check_flip<3>(plans);
    laws::check_normalize<4>(plans);
}

TEST_CASE("MoCo v2: ranges and probabilities", "[preset]")
{
    auto const plans = laws::draws(preset::moco_v2());
    laws::check_crop(plans, {224, 224}, .2, 1);
    laws::check_jitter<1>(plans, .8, {.4, .4, .4, .1});
    laws::check_probability<2>(plans, .2);
    laws::check_blur<3>(plans, .5, husk::blur_method::three_boxes);
    laws::check_flip<4>(plans);
    laws::check_normalize<5>(plans);
}

TEST_CASE("MoCo v3: ranges and probabilities of both views", "[preset]")
{
    for (int const view : {1, 2}) {
        auto const plans = laws::draws(preset::moco_v3(view));
        laws::check_crop(plans, {224, 224}, .08, 1);
        laws::check_jitter<1>(plans, .8, {.4, .4, .2, .1});
        laws::check_probability<2>(plans, .2);
        laws::check_blur<3>(plans, view == 1 ? 1 : .1f, husk::blur_method::three_boxes);
        laws::check_solarize<4>(plans, view == 1 ? 0 : .2f);
        laws::check_flip<5>(plans);
        laws::check_normalize<6>(plans);
    }
    laws::check_crop(laws::draws(preset::moco_v3(1, .2f, 96), 300), {96, 96}, .2, 1);
    CHECK(support::contains(support::message_of([] { (void)preset::moco_v3(0); }), "view is 0"));
}

TEST_CASE("what one view shows is the same, whatever the other steps of the view are", "[preset]")
{
    // Stages draw from forks: the crops of v1 and v2 agree.
    auto const a = laws::draws(preset::moco_v1(), 20);
    auto const b = laws::draws(preset::moco_v2(), 20);
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(std::get<0>(a[i].steps) == std::get<0>(b[i].steps));
}

TEST_CASE("a view is described walk by walk: what must see its image ends one", "[preset]")
{
    auto const plans = laws::draws(preset::moco_v2(), 200);
    for (auto const& p : plans) {
        auto const story = husk::describe(p);
        INFO(story);
        std::size_t walks = 1;
        for (auto at = story.find(", then "); at != std::string::npos; at = story.find(", then ", at + 1))
            ++walks;
        bool const jitters = laws::happening<1>(p) != nullptr; // contrast is a part of it
        CHECK(walks == (jitters ? v2::walks : 1u));
        CHECK(story.starts_with("resample{"));
        CHECK((!jitters || story.find(", then ") > story.find("contrast{")));
        CHECK(support::contains(story, " | normalize{"));
    }
}

TEST_CASE("what happens in a view is independent, step by step", "[preset]")
{
    auto const plans = laws::draws(preset::moco_v2());
    auto const happens = [](auto const& p) {
        return std::array{laws::happening<1>(p) != nullptr, laws::happening<2>(p) != nullptr,
                          laws::happening<3>(p) != nullptr, std::get<4>(p.steps).mirrored};
    };
    constexpr std::array probability{.8, .2, .5, .5};
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            int both = 0;
            for (auto const& p : plans) both += happens(p)[a] && happens(p)[b];
            laws::check_probability(both, plans.size(), probability[a] * probability[b]);
        }
}
