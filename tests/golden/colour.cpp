// SPDX-License-Identifier: MIT
#include "golden/digests.hpp"

TEST_CASE("every colour of a key never changes", "[golden]")
{
    static constexpr std::uint64_t digests[]{
        0x04d181ac82c81021u, // brightness
        0x4ddb701c780c6b41u, // brightness_shift
        0xc6607363cf91dea4u, // contrast
        0xd019a8e023268483u, // contrast, by channel
        0xdefaafcea0549eddu, // saturation
        0xf2077b8d1bd790b5u, // saturation, in HSV
        0xcaffda847867fe63u, // hue
        0x2b5fba1ba1443b0du, // color_jitter
        0xf49d751573607331u, // grayscale
        0xf49d751573607331u, // random_grayscale
        0x80842d45d3de0075u, // invert
        0xa54153e771ba62f3u, // solarize
        0x76bd9c0fb8c9363du, // posterize
        0x96b3abbb7fefbea3u, // gamma
        0x3eb629477a2dec7fu, // autocontrast
        0xe37d2cf847e05cd0u, // equalize
        0x02a90fec6da21fd7u, // channel_shuffle
        0x41c9941af95b63d2u, // color_matrix
        0x6ed80fefa373d73cu, // pca_lighting
        0x3177634c32567ce0u, // normalize
    };
    auto const* expected = digests;
    support::every_colour(golden::checks{expected});
    CHECK(expected == std::end(digests));
}
