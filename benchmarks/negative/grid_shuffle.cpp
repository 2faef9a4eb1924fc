// SPDX-License-Identifier: MIT
#include "negative/negatives.hpp"

#include <husk/negative/grid_shuffle.hpp>

namespace {

bench::table const
    u8("u8 HWC, 224x224x3, shuffled",
       {bench::memcpy_of(bench::elements),
        bench::negatives<std::uint8_t>("grid_shuffle, 7x7", husk::grid_shuffle{}),
        bench::negatives<std::uint8_t>("grid_shuffle, 16 px", husk::grid_shuffle{.pixels = 16}),
        bench::negatives<std::uint8_t>("grid_shuffle, 7x7, turned", husk::grid_shuffle{.rotate = true})});

bench::table const f32("f32 CHW, 224x224x3, shuffled",
                       {bench::memcpy_of(bench::elements * sizeof(float)),
                        bench::negatives<float, husk::planar>("grid_shuffle, 7x7", husk::grid_shuffle{})});

} // namespace
