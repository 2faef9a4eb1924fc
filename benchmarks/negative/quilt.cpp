// SPDX-License-Identifier: MIT
#include "negative/negatives.hpp"

#include <husk/negative/texture_negative.hpp>

namespace {

/// Two exemplars of 96x96, as in the paper of negatives; blocks fit them as in the paper of quilting.
constexpr auto sewn(husk::quilt_choice choice, husk::quilt_search search) -> husk::texture_negative
{
    return {
        .sewing = {
            .block = 32, .overlap = 8, .choice = choice, .search = search, .tolerance = .1f, .balance = 0}};
}

using husk::quilt_choice, husk::quilt_search;

bench::table const
    u8("u8 HWC, quilts of a photograph, 224x224x3",
       {bench::memcpy_of(bench::elements),
        bench::negatives_of_photo<std::uint8_t>("quilt", husk::quilt{.size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("quilt, all finalists",
                                                husk::quilt{.finalists = 0, .size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("texture_negative", husk::texture_negative{}),
        bench::negatives_of_photo<std::uint8_t>("2x 96x96 by 32 and 8: exhaustive SSD within 1.1",
                                                sewn(quilt_choice::ssd, quilt_search::exhaustive)),
        bench::negatives_of_photo<std::uint8_t>("2x 96x96 by 32 and 8: exhaustive SAD within 1.1",
                                                sewn(quilt_choice::sad, quilt_search::exhaustive)),
        bench::negatives_of_photo<std::uint8_t>("2x 96x96 by 32 and 8: pyramid, SAD",
                                                sewn(quilt_choice::sad, quilt_search::pyramid)),
        bench::negatives_of_photo<std::uint8_t>("2x 96x96 by 32 and 8: drawn, seam",
                                                sewn(quilt_choice::seam, quilt_search::drawn))});

} // namespace
