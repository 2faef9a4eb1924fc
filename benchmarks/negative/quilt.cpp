// SPDX-License-Identifier: MIT
#include "negative/negatives.hpp"

#include <husk/negative/texture_negative.hpp>

namespace {

/// Every place of two exemplars of 96x96, by squared differences: the original algorithm.
constexpr husk::texture_negative exhaustive{.sewing = {.block = 24,
                                                       .overlap = 4,
                                                       .choice = husk::quilt_choice::ssd,
                                                       .tolerance = .1f,
                                                       .candidates = 0,
                                                       .finalists = 0,
                                                       .balance = 0}};

bench::table const
    u8("u8 HWC, quilts of a photograph, 224x224x3",
       {bench::memcpy_of(bench::elements),
        bench::negatives_of_photo<std::uint8_t>("quilt", husk::quilt{.size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("quilt, all finalists",
                                                husk::quilt{.finalists = 0, .size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("quilt, exhaustive SSD of 2x 96x96 (slow)", exhaustive)});

} // namespace
