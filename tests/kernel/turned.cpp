// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/turned.hpp>
#include <husk/pipeline/execute.hpp>

TEST_CASE("an image is turned in eight ways, and places with it", "[kernel]")
{
    auto const source = support::numbered({6, 4});
    husk::workspace memory;
    for (int i = 0; i < 8; ++i) {
        husk::turned const t{static_cast<husk::turn>(i)};
        INFO(t.describe());
        husk::image<std::uint8_t> target(t.size({6, 4}));
        husk::execute(husk::plan<husk::turned>{{t}, {6, 4}}, source, target, memory);
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 6; ++x) {
                auto const p = t.forward({static_cast<float>(x) + .5f, static_cast<float>(y) + .5f}, {6, 4});
                for (int c = 0; c < 3; ++c)
                    REQUIRE(target.view()(static_cast<int>(p.x), static_cast<int>(p.y), c) ==
                            source.view()(x, y, c));
            }
    }
}
