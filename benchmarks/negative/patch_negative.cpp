// SPDX-License-Identifier: MIT
#include "transform/positives.hpp"

namespace {

using bench::negatives;

bench::table const u8("u8 HWC, 224x224x3",
                      {bench::memcpy_of(bench::elements),
                       negatives<std::uint8_t>("patch_negative, 16..72", husk::patch_negative{}),
                       negatives<std::uint8_t>("patch_negative, 32", husk::patch_negative{.side = {32, 32}}),
                       negatives<std::uint8_t>("patch_negative, 16..72, turned",
                                               husk::patch_negative{.flips = true, .rotations = true})});

bench::table const f32("f32 CHW, 224x224x3",
                       {bench::memcpy_of(bench::elements * sizeof(float)),
                        negatives<float, husk::planar>("patch_negative, 16..72", husk::patch_negative{})});

bench::table const fused("u8 HWC to f32 CHW, 224x224x3, patched",
                         {bench::memcpy_of(bench::elements * sizeof(float)),
                          bench::views<float, husk::planar>("patch_negative | normalize",
                                                            husk::patch_negative{} | husk::normalize{})});

} // namespace
