// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/byol.hpp>

namespace preset = husk::preset;

using drawn = laws::plan_of<decltype(preset::byol(1))>;
static_assert(std::same_as<drawn, husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey,
                                             laws::blur, laws::solarized, laws::normal>>);
static_assert(drawn::walks == 2);
static_assert(std::get<0>(preset::byol(1).stages).tries == 1);
static_assert(std::get<0>(preset::byol(1).stages).fallback == husk::crop_fallback::clip);

TEST_CASE("BYOL: ranges and probabilities of both views", "[preset]")
{
    for (int const number : {1, 2}) {
        auto const plans = laws::draws(preset::byol(number));
        for (auto const& p : plans) {
            auto const& c = std::get<0>(p.steps);
            REQUIRE((c.out == husk::extent{224, 224} && c.kind == husk::filter::catmull_rom && !c.antialias));
            // One try, clipped: large areas may lose some, so that the box has another shape.
            REQUIRE(c.across.length * c.down.length < 1.001 * static_cast<double>(laws::photo.area()));
        }
        laws::check_flip<1>(plans);
        laws::check_jitter<2>(plans, .8, {.4, .4, .2, .1, true, true});
        laws::check_probability<3>(plans, .2);
        laws::check_blur<4>(plans, number == 1 ? 1 : .1f, husk::blur_method::gaussian, husk::border::constant,
                            23);
        laws::check_solarize<5>(plans, number == 1 ? 0 : .2f);
        laws::check_normalize<6>(plans);
    }
    CHECK(support::contains(support::message_of([] { (void)preset::byol(3); }), "view is 3"));
}
