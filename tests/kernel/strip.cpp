// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

using husk::detail::strip;

TEST_CASE("a strip holds the words and edges of what is laid, at any length it is given", "[kernel]")
{
    for (int const channels : {1, 3, 4})
        for (int layout = 0; layout < 2; ++layout)
            for (int const width : {2, 3, 15, 16, 17, 32, 40}) {
                support::looked_at look({{20, 30}, {11, 12}}, channels);
                strip s(look.memory, layout, 37, width);
                for (int const length : {37, 1, 2, 9, 36}) { // shorter and longer than before
                    auto const laid = support::random_strip(look, layout, length, width);
                    laid.lay<husk::simd::best>(look, s);
                    REQUIRE(s.length() == length);
                    REQUIRE(s.width() == width);
                    REQUIRE(s.layout() == layout);
                    REQUIRE(s.pitch() > width);
                    for (int r = 0; r < length; ++r)
                        for (int j = 0; j < width; ++j) {
                            REQUIRE(s.words()[r * s.pitch() + j] == look.word(laid.owner(r, j)));
                            if (j == 0) continue;
                            auto const o = look.numbered(laid.owner(r, j)),
                                       before = look.numbered(laid.owner(r, j - 1));
                            REQUIRE(s.edges()[r * s.pitch() + j] ==
                                    look.distance(o.e, o.at, before.e, before.at));
                        }
                }
            }
}
