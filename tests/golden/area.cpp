// SPDX-License-Identifier: MIT
#include "golden/digests.hpp"

TEST_CASE("every area of a key never changes", "[golden]")
{
    static constexpr std::uint64_t digests[]{
        0xdeaffcc5d13abb6au, // gaussian_blur
        0xd9af50f5d8aeddefu, // gaussian_blur, 23 taps, black
        0x1294179565a06260u, // gaussian_blur, three boxes
        0x39fd744d915b82f9u, // sharpness
        0x76a7b038891d31c0u, // gaussian_noise
        0x9ab64207df133fb7u, // random_erasing
        0x6d7521cb9aaa3c51u, // cutout
    };
    auto const* expected = digests;
    support::every_area(golden::checks{expected});
    CHECK(expected == std::end(digests));
}
