// SPDX-License-Identifier: MIT
#include "negative/negatives.hpp"

#include <husk/negative/texture_negative.hpp>

namespace {

bench::table const
    u8("u8 HWC, texture of a photograph, 224x224x3",
       {bench::memcpy_of(bench::elements),
        bench::negatives_of_photo<std::uint8_t>("texture_negative", husk::texture_negative{})});

bench::table const
    f32("f32 CHW, texture of a photograph, 224x224x3",
        {bench::memcpy_of(bench::elements * sizeof(float)),
         bench::negatives_of_photo<float, husk::planar>("texture_negative", husk::texture_negative{})});

} // namespace
