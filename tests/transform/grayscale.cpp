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
