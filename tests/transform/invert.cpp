// SPDX-License-Identifier: MIT
#include "transform/colours.hpp"

#include <husk/transform/invert.hpp>

TEST_CASE("invert is the negative, exactly for bytes", "[transform]")
{
    colours::check(husk::invert::kernel{}, colours::each([](double c) { return 1 - c; }));
    husk::image<std::uint8_t> all({256, 1}, 1);
    for (int i = 0; i < 256; ++i) all.view()(i, 0, 0) = static_cast<std::uint8_t>(i);
    auto const out = husk::apply(husk::invert{}, husk::key{}, all);
    for (int i = 0; i < 256; ++i) CHECK(out.view()(i, 0, 0) == 255 - i);
    CHECK(colours::drawn(husk::invert{}).describe() == "invert{}");
}
