// SPDX-License-Identifier: MIT
#include "transform/positives.hpp"

namespace {

using bench::views;

bench::table const
    u8("u8 HWC, 224x224x3, colours",
       {bench::memcpy_of(bench::elements), views("brightness", husk::brightness{}),
        views("contrast", husk::contrast{}), views("saturation", husk::saturation{}),
        views("hue", husk::hue{}), views("color_jitter, all four", husk::color_jitter{.4f, .4f, .4f, .1f}),
        views("grayscale", husk::grayscale{}), views("invert", husk::invert{}),
        views("solarize", husk::solarize{}), views("posterize", husk::posterize{}),
        views("gamma", husk::gamma{}), views("autocontrast", husk::autocontrast{}),
        views("equalize", husk::equalize{}), views("channel_shuffle", husk::channel_shuffle{}),
        views("color_matrix", husk::color_matrix{}), views("pca_lighting", husk::pca_lighting{})});

bench::table const f32("u8 HWC to f32 CHW, 224x224x3",
                       {bench::memcpy_of(bench::elements * sizeof(float)),
                        views<float, husk::planar>("normalize", husk::normalize{})});

} // namespace
