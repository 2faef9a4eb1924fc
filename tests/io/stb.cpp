// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/io/stb.hpp>

TEST_CASE("stb is found wherever the system keeps it, and knows a broken file", "[io]")
{
    unsigned char const rubbish[]{1, 2, 3, 4};
    int width = 0, height = 0, channels = 0;
    CHECK(stbi_info_from_memory(rubbish, 4, &width, &height, &channels) == 0);
    CHECK(stbi_failure_reason() != nullptr);
}
