// SPDX-License-Identifier: MIT
#include "golden/digests.hpp"

TEST_CASE("every geometry of a key never changes", "[golden]")
{
    static constexpr std::uint64_t digests[]{
        0x1179ee2081b5114fu, // resize
        0xf172cb5fde69cd35u, // resize, bicubic
        0x74c4bbfc8f24b176u, // resize, lanczos
        0xda604573b5d27ce0u, // resize, area
        0xf3c442f7b286244du, // resize, nearest
        0x32d065a60abb88fbu, // resize, sharp
        0x2772c3d0eefd7dd3u, // center_crop
        0xaad17cf3b117cbbbu, // random_crop
        0xedad987ecb0e075fu, // random_crop, reflected
        0x066f2ef88dc13108u, // random_resized_crop
        0x37a4f0a7d1f0935bu, // random_horizontal_flip
        0xdbe06b1fa3ad039bu, // random_vertical_flip
        0x3eb629477a2dec7fu, // random_right_angle
        0xa4311e21ee0b3facu, // random_rotation
        0x979adf25f96bbbaeu, // random_rotation, bilinear
        0xbf5af4c8eb01e994u, // random_affine
        0xe98a0675e581ccb3u, // random_perspective
        0x3d6d5cb2df949537u, // resize, Catmull-Rom, sharp
    };
    auto const* expected = digests;
    support::every_geometry(golden::checks{expected});
    CHECK(expected == std::end(digests));
}
