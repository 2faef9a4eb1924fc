// SPDX-License-Identifier: MIT
#include "transform/positives.hpp"

namespace {

using bench::views;

bench::table const
    u8("u8 HWC, 224x224x3, neighbourhoods and noise",
       {bench::memcpy_of(bench::elements), views("gaussian_blur, sigma .1 .. 2", husk::gaussian_blur{}),
        views("gaussian_blur, three boxes", husk::gaussian_blur{.method = husk::blur_method::three_boxes}),
        views("gaussian_blur, 23 taps", husk::gaussian_blur{.taps = 23}),
        views("sharpness", husk::sharpness{}), views("gaussian_noise", husk::gaussian_noise{}),
        views("random_erasing", husk::random_erasing{1}), views("cutout", husk::cutout{})});

} // namespace
