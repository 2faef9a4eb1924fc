// SPDX-License-Identifier: MIT
#include "negative/negatives.hpp"

#include <husk/negative/texture_negative.hpp>
#include <husk/pipeline/synthesize.hpp>

namespace {

/// Two exemplars of 96x96, as in the paper of negatives; blocks fit them as in the paper of quilting.
auto sewn(std::string const& how, husk::quilt_choice choice, husk::quilt_search search) -> bench::row
{
    husk::quilt const q{
        .block = 32, .overlap = 8, .choice = choice, .search = search, .tolerance = .1f, .balance = 0};
    return {"2x 96x96 by 32 and 8: " + how, [q]() -> bench::work {
                auto const photo =
                    husk::read_image(std::filesystem::path(HUSK_ROOT) / "examples/photos/chelsea.jpg");
                return [q, photo, target = husk::image<std::uint8_t>(bench::output),
                        memory = std::make_shared<husk::workspace>()](std::uint64_t i) mutable {
                    std::vector const parts{photo.view().crop({{202, 139}, {96, 96}}),
                                            photo.view().crop({{90, 210}, {96, 96}})};
                    (void)husk::synthesize(q, {.seed = 1, .index = i}, parts, target, *memory);
                    bench::keep(target.data());
                };
            }};
}

using husk::quilt_choice, husk::quilt_search;

bench::table const
    u8("u8 HWC, quilts of a photograph, 224x224x3",
       {bench::memcpy_of(bench::elements),
        bench::negatives_of_photo<std::uint8_t>("quilt", husk::quilt{.size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("quilt, all finalists",
                                                husk::quilt{.finalists = 0, .size = bench::output}),
        bench::negatives_of_photo<std::uint8_t>("texture_negative", husk::texture_negative{}),
        sewn("exhaustive SSD within 1.1", quilt_choice::ssd, quilt_search::exhaustive),
        sewn("exhaustive SAD within 1.1", quilt_choice::sad, quilt_search::exhaustive),
        sewn("pyramid, SAD", quilt_choice::sad, quilt_search::pyramid),
        sewn("drawn, seam", quilt_choice::seam, quilt_search::drawn)});

} // namespace
