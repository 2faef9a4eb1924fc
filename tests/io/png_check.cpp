// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/png_check.hpp>
#include <husk/io/write.hpp>

TEST_CASE("crc32 has its published answer")
{
    CHECK(husk::detail::crc32(as_bytes("123456789")) == 0xcbf43926);
}

TEST_CASE("every damaged byte of a PNG file is noticed")
{
    auto file = husk::encode_png(gradient({5, 4}, 3).view());
    REQUIRE(husk::detail::damage_of_png(file) == nullptr);
    for (std::size_t i = husk::detail::png_signature.size(); i < file.size(); ++i) {
        file[i] ^= std::byte{0x10};
        INFO("byte " << i);
        CHECK(husk::detail::damage_of_png(file) != nullptr);
        file[i] ^= std::byte{0x10};
    }
}
