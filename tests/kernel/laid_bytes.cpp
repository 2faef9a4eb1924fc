// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/laid_bytes.hpp>

using husk::detail::laid_bytes, husk::detail::overlap_parts;

TEMPLATE_TEST_CASE("bytes in rows differ from a place as plain loops find", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (auto const& [side, width] : {std::pair{5, 2}, {16, 4}, {21, 16}, {33, 9}, {70, 5}}) {
            support::searched s({{side + 3, side + 2}}, channels);
            s.lay({side, side});
            husk::workspace room;
            husk::arena count;
            husk::detail::byte_pictures(count, s.sizes, channels), laid_bytes(count, side, width, channels);
            auto memory = room.fit(count.used());
            husk::detail::byte_pictures p(memory, s.sizes, channels);
            laid_bytes laid(memory, side, width, channels);
            p.fill<TestType>([&](std::size_t e, int x, int y, int c) { return s.level(e, x, y, c); });
            support::over_each_overlap([&, w = width](bool left, bool top) {
                overlap_parts const o(s.block, w, left, top);
                laid.read<TestType>(o, support::laid_in(s));
                auto const distances = s.slow(w, left, top, [](std::uint64_t d) { return d; });
                auto const squares = s.slow(w, left, top, [](std::uint64_t d) { return d * d; });
                husk::detail::places const all(s.sizes, s.block);
                for (std::size_t i = 0; i < all.count(); ++i) {
                    REQUIRE(laid.distance<TestType>(p, all.at(i)) == distances[i]);
                    REQUIRE(laid.squares<TestType>(p, all.at(i)) == squares[i]);
                }
                for (std::size_t part = 0; part < 2; ++part) {
                    auto const& r = o.parts[part];
                    if (r.size.width < 2 || r.size.height < 2) continue;
                    int const c = channels - 1, x = r.at.x + r.size.width - 2, y = r.at.y + r.size.height - 2;
                    CHECK(laid.box_sums<TestType>(
                              part, {{x - r.at.x, y - r.at.y}, {2, 2}})[static_cast<std::size_t>(c)] ==
                          s.laid(x, y, c) + s.laid(x + 1, y, c) + s.laid(x, y + 1, c) +
                              s.laid(x + 1, y + 1, c));
                }
            });
        }
}
