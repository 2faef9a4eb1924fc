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

TEST_CASE("grayscale of bytes is as near to lumas as it says, and those halfway go to either side",
          "[transform]")
{
    std::vector<std::uint8_t> halves;
    std::vector<double> lumas;
    for (int i = 0; i < 1 << 24; ++i) {
        int const sum = 2989 * (i >> 16) + 5870 * (i >> 8 & 255) + 1140 * (i & 255);
        if (sum % 10000 != 5000) continue;
        for (int const shift : {16, 8, 0}) halves.push_back(static_cast<std::uint8_t>(i >> shift));
        lumas.push_back(sum / 1e4);
    }
    husk::extent const size{static_cast<int>(lumas.size()), 1};
    CHECK(size.width == 1703);
    std::vector<std::uint8_t> to(halves.size());
    husk::workspace memory;
    husk::apply(husk::grayscale{}, husk::key{}, husk::packed<std::uint8_t const>{halves.data(), size},
                husk::packed<std::uint8_t>{to.data(), size}, memory);
    for (std::size_t i = 0; i < to.size(); ++i)
        CHECK(std::abs(to[i] - lumas[i / 3]) <= .5 + husk::detail::grey_shorts::within);
}
