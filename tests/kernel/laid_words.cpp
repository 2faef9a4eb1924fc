// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"

#include <husk/kernel/laid_words.hpp>

using husk::point, husk::simd::best;
using husk::detail::guide, husk::detail::laid_words;

TEST_CASE("what is laid is what runs show, and in small what shows the middle of a pixel", "[kernel]")
{
    for (int const scale : {1, 2, 4}) {
        support::looked_at look({{30, 20}}, 3);
        guide small(look.memory, look.exemplars, 3, scale);
        small.reduce<best>(look.guide);
        auto const& part = small.parts()[0];
        laid_words canvas(look.memory, {40, 37}, scale);
        REQUIRE(canvas.pitch() == (40 + scale - 1) / scale);
        std::fill_n(canvas.at({0, 0}), canvas.pitch() * ((37 + scale - 1) / scale), 7u);
        std::vector<std::vector<std::uint32_t>> slow(37, std::vector<std::uint32_t>(40, 7u));
        point const corner{5, 6}; // of the exemplar in its source
        for (int i = 0; i < 400; ++i) {
            int const length = 1 + static_cast<int>(look.luck.below(30));
            point const from = look.luck.corner({30, 20}, {length, 1}),
                        to = look.luck.corner({40, 37}, {length, 1});
            canvas.show<best>(small, part, corner, {to, from + corner, {1, 0}, length});
            for (int x = 0; x < length; ++x) {
                // The pixel of the exemplar in small that lies where the middle is taken from.
                auto const word =
                    small.words(0)[guide::index(0, part, {(from.x + x) / scale, from.y / scale})];
                slow[static_cast<std::size_t>(to.y)][static_cast<std::size_t>(to.x + x)] = word;
            }
        }
        for (int y = scale / 2; y < 37; y += scale)
            for (int x = scale / 2; x < 40; x += scale)
                REQUIRE(*canvas.at({x, y}) == slow[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)]);
    }
}
