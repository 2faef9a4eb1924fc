// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/kernel/laid_pieces.hpp>

using husk::detail::laid_pieces, husk::detail::overlap_parts, husk::detail::word_pictures;

TEMPLATE_TEST_CASE("stretches of words differ from a place as plain loops find", "[kernel]", husk::simd::best,
                   husk::simd::scalar)
{
    for (int const channels : {1, 3, 4})
        for (auto const& [side, width] :
             {std::pair{1, 0}, {5, 2}, {16, 4}, {21, 16}, {33, 9}, {32, 8}, {70, 5}}) {
            support::searched s({{side + 3, side + 2}, {side + 1, side + 4}}, channels);
            auto const exemplars = s.exemplars();
            husk::workspace room;
            husk::arena count;
            word_pictures(count, exemplars, channels), laid_pieces(count, side, width);
            auto memory = room.fit(count.used());
            word_pictures pictures(memory, exemplars, channels);
            laid_pieces pieces(memory, side, width);
            pictures.fill<TestType>(support::levels_of(s));
            for (husk::extent const block :
                 {husk::extent{side, side}, {side, (side + 1) / 2}, {(side + 1) / 2, side}}) {
                s.lay(block);
                auto const laid = s.laid_words();
                support::over_each_overlap([&, w = width](bool left, bool top) {
                    pieces.read<TestType>(overlap_parts(block, w, left, top), {laid.data(), block.width});
                    auto const expected = s.slow(w, left, top, [](std::uint64_t d) { return d; });
                    husk::detail::places const all(s.sizes, block);
                    for (std::size_t i = 0; i < all.count(); ++i) {
                        auto const [e, at] = all.at(i);
                        auto const there = pictures.rows(static_cast<std::size_t>(e));
                        pieces.aim<TestType>(there.pitch);
                        REQUIRE(pieces.distance<TestType>(there.from(at).data) == expected[i]);
                    }
                });
            }
        }
}
