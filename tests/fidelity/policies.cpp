// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/augmentation.hpp>
#include <husk/transform/rand_augment.hpp>

using namespace fidelity;
using husk::augmentation;

namespace {

/// Torchvision's largest magnitudes for an image of 64 x 64.
constexpr double far = 150. * 64 / 331;
constexpr husk::detail::augmentation_space rand_most{.3, far, far, 30, .9, 4},
    trivial_most{.99, 32, 32, 135, .99, 6};

auto settled(augmentation what, husk::detail::magnitude const& m,
             husk::detail::augmentation_space const& most) -> husk::augmentation_kernel
{
    husk::stream g(husk::key{});
    return husk::detail::settle(what, m, most, g, {64, 64},
                                {husk::filter::nearest, husk::border::constant, {}});
}

} // namespace

// Shears and rotations to the nearest pixel: torchvision's places are floats from -1 to 1, and a tie may fall
// to either side; none does here.
TEST_CASE("operations of RandAugment and TrivialAugment are torchvision's", "[fidelity]")
{
    struct operation {
        char const* name;
        augmentation what;
    };
    using enum augmentation;
    for (operation const& o : {operation{"ShearX", shear_x},
                               {"ShearY", shear_y},
                               {"TranslateX", translate_x},
                               {"TranslateY", translate_y},
                               {"Rotate", rotate},
                               {"Brightness", brightness},
                               {"Color", saturation},
                               {"Contrast", contrast},
                               {"Sharpness", sharpness}})
        torchvision(std::string("rand_augment_") + o.name, settled(o.what, {9, 30, true}, rand_most),
                    {64, 64}, 1e-5);
    torchvision("rand_augment_Solarize", settled(solarize, {9, 30, false}, rand_most), {64, 64}, 1e-5);
    for (operation const& o : {operation{"ShearX", shear_x},
                               {"TranslateY", translate_y},
                               {"Rotate", rotate},
                               {"Color", saturation}})
        torchvision(std::string("trivial_augment_") + o.name, settled(o.what, {20, 30, false}, trivial_most),
                    {64, 64}, 1e-5);
}
