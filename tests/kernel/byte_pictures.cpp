// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/byte_pictures.hpp>

TEST_CASE("pictures lie one after the other, and a register may read past the last", "[kernel]")
{
    for (int const channels : {1, 3, 4}) {
        support::searched const s({{7, 5}, {1, 9}, {16, 2}}, channels);
        husk::workspace room;
        husk::arena count;
        husk::detail::byte_pictures(count, s.sizes, channels);
        auto memory = room.fit(count.used());
        husk::detail::byte_pictures p(memory, s.sizes, channels);
        p.fill<husk::simd::scalar>([&](std::size_t e, int x, int y, int c) { return s.level(e, x, y, c); });
        for (std::size_t e = 0; e < s.sizes.size(); ++e)
            for (int y = 0; y < s.sizes[e].height; ++y) {
                CHECK(p.at(e, {0, y}) == p.at(e, {0, 0}) + y * p.pitch(e));
                for (int x = 0; x < s.sizes[e].width; ++x)
                    for (int c = 0; c < channels; ++c) REQUIRE(p.at(e, {x, y})[c] == s.level(e, x, y, c));
            }
        auto const* const end = p.at(2, {0, 2});
        CHECK(std::all_of(end, end + p.slack, [](int v) { return v == 0; }));
    }
}
