// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/square_sums.hpp>

TEST_CASE("sums of squares over boxes are what plain loops find", "[kernel]")
{
    support::searched const s({{9, 7}, {12, 5}}, 3);
    husk::workspace room;
    husk::arena count;
    husk::detail::square_sums(count, s.sizes);
    auto memory = room.fit(count.used());
    husk::detail::square_sums sums(memory, s.sizes);
    sums.fill<husk::simd::scalar>(3, [&](std::size_t e, int x, int y, int c) { return s.level(e, x, y, c); });
    for (std::size_t e = 0; e < 2; ++e)
        for (husk::extent const box : {husk::extent{1, 1}, {4, 3}, {9, 5}, {0, 2}}) {
            husk::point const at{0, s.sizes[e].height - box.height};
            auto const n = s.sizes[e].width - box.width + 1;
            std::vector<std::uint32_t> found(static_cast<std::size_t>(n), 5u), expected(found);
            for (int i = 0; i < n; ++i)
                for (int y = 0; y < box.height; ++y)
                    for (int x = 0; x < box.width; ++x)
                        for (int c = 0; c < 3; ++c) {
                            unsigned const v = s.level(e, i + x, at.y + y, c);
                            expected[static_cast<std::size_t>(i)] += v * v;
                        }
            sums.add<husk::simd::scalar>(e, {at, box}, n, found.data());
            CHECK(found == expected);
        }
}
