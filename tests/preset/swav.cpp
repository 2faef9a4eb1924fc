// SPDX-License-Identifier: MIT
#include "laws.hpp"

#include <husk/preset/swav.hpp>

namespace preset = husk::preset;

constexpr auto crops = preset::swav();
using drawn = laws::plan_of<decltype(std::get<0>(crops.groups).view)>;
static_assert(std::same_as<drawn, husk::plan<laws::crop, laws::flip, husk::perhaps<laws::jitter>, laws::grey,
                                             laws::blur, laws::normal>>);
static_assert(drawn::walks == 2);
static_assert(std::get<0>(crops.groups).count == 2 && std::get<1>(crops.groups).count == 6);

TEST_CASE("SwAV: ranges and probabilities of large and small views", "[preset]")
{
    auto const check = [](auto const& plans) {
        laws::check_flip<1>(plans);
        laws::check_jitter<2>(plans, .8, {.8, .8, .8, .2});
        laws::check_probability<3>(plans, .2);
        laws::check_blur<4>(plans, .5, husk::blur_method::three_boxes);
        laws::check_normalize<5>(plans, .228f);
    };
    auto const large = laws::draws(std::get<0>(crops.groups).view);
    auto const small = laws::draws(std::get<1>(crops.groups).view);
    laws::check_crop(large, {224, 224}, .14, 1);
    laws::check_crop(small, {96, 96}, .05, .14);
    check(large);
    check(small);
}

TEST_CASE("SwAV: eight views in one call", "[preset]")
{
    using husk::planar;
    auto const photo = support::numbered({120, 90});
    std::vector<husk::image<float, planar>> large(2, husk::image<float, planar>({224, 224})),
        small(6, husk::image<float, planar>({96, 96}));
    husk::workspace memory;
    crops(husk::key{.seed = 1}, photo, memory, large, small);
    CHECK_FALSE(large[0] == large[1]);
    husk::image<float, planar> last({96, 96});
    husk::apply(std::get<1>(crops.groups).view, husk::key{.seed = 1, .view = 7}, photo, last, memory);
    CHECK(last == small[5]);
}
