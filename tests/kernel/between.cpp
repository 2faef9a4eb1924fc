// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/between.hpp>
#include <husk/kernel/window.hpp>

#include <cstdint>

using husk::extent, husk::rect;

static_assert(husk::moving_walks<husk::unmoved> == 1);

TEST_CASE("kernels in order take the room that was counted, and hand over images between", "[kernel]")
{
    auto const source = support::numbered<std::uint16_t>({9, 7});
    husk::window const first{{9, 7}, {{1, 2}, {6, 5}}, true}, second{{6, 5}, {{2, 0}, {3, 4}}};
    husk::detail::room_in_order count({source.size(), 3, 2});
    count.add(first, false);
    count.add(second, true);
    std::vector<std::byte> block(count.bytes() + husk::arena::line);
    auto* const aligned = block.data() + (husk::arena::line - reinterpret_cast<std::uintptr_t>(block.data()) %
                                                                  husk::arena::line) %
                                             husk::arena::line;
    husk::arena memory(std::span(aligned, count.bytes()));

    husk::image<std::uint16_t> out({3, 4});
    husk::canvas<husk::packed<std::uint16_t>> const to{out.view()};
    husk::canvas<husk::packed<std::uint16_t const>> const from{source.view()};
    int handed = 0;
    husk::detail::run_in_order<husk::simd::scalar>(first, from, to, false, memory, [&](auto const& between) {
        CHECK(between.pixels.size == extent{6, 5});
        husk::detail::run_in_order<husk::simd::scalar>(second, between, to, true, memory,
                                                       [&](auto const&) { ++handed; });
    });
    CHECK(handed == 0);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 3; ++x)
            for (int c = 0; c < 3; ++c)
                CHECK(out.view()(x, y, c) == source.view()(1 + 5 - (2 + x), 2 + y, c));
}
