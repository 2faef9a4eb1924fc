// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/grayscale.hpp>

TEST_CASE("grayscale gives every channel the luma", "[transform]")
{
    colours::check(husk::grayscale::kernel{}, colours::coloured([](colours::colour const& p) {
                       double const l = colours::luma(p);
                       return colours::colour{l, l, l};
                   }));
    CHECK(colours::drawn(husk::grayscale{}).describe() == "grayscale{}");
}

TEST_CASE("grayscale of bytes rounds halves of a level up, on every machine", "[transform]")
{
    std::vector<std::uint8_t> halves, expected;
    for (int i = 0; i < 1 << 24; ++i) {
        int const sum = 2989 * (i >> 16) + 5870 * (i >> 8 & 255) + 1140 * (i & 255);
        if (sum % 10000 != 5000) continue;
        for (int const shift : {16, 8, 0}) halves.push_back(static_cast<std::uint8_t>(i >> shift));
        expected.insert(expected.end(), 3, static_cast<std::uint8_t>((sum + 5000) / 10000));
    }
    husk::extent const size{static_cast<int>(halves.size()) / 3, 1};
    CHECK(size.width == 1703);
    std::vector<std::uint8_t> to(halves.size());
    husk::workspace memory;
    husk::apply(husk::grayscale{}, husk::key{}, husk::packed<std::uint8_t const>{halves.data(), size},
                husk::packed<std::uint8_t>{to.data(), size}, memory);
    CHECK(to == expected);
}
