// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/looked_at.hpp"
#include "kernel/small_scene.hpp"

#include <husk/kernel/ranking.hpp>

using husk::extent, husk::point, husk::rect, husk::simd::best;

TEST_CASE("candidates are scored by samples of their joints and by how often they were shown", "[kernel]")
{
    for (int const overlap : {8, 16, 11})
        for (point const at : {point{64, 0}, {64, 64}}) {
            support::small_scene s(3, overlap, at);
            extent const block{48, 44};
            rect const seen{{5, 3}, {40, 38}};
            s.lay(block);
            auto& memory = s.look.memory;
            husk::detail::small_strips strips(memory, 48, overlap);
            strips.read<best>({at, block}, s.words.data(), s.pitch);
            husk::detail::usage used(memory, s.look.exemplars);
            used.look_at<best>(seen.size);
            for (int i = 0; i < 5; ++i) used.show<best>(0, {3 * i, 2 * i});
            used.look_at<best>(seen.size);
            husk::detail::candidate_list list(memory, {48, overlap, 90, 4, 256, 0, husk::quilt_choice::seam},
                                              s.look.exemplars);
            list.draw<best>(block, s.look.luck);
            husk::detail::ranking ranks(memory, list.most());
            std::int64_t const weight = 12345;
            ranks.score<best>(list, strips, s.small, used, seen, weight);
            REQUIRE(list.all().size() == 90);
            for (auto const& c : list.all()) {
                auto const price = used.price(static_cast<std::size_t>(c.exemplar), c.at + seen.at);
                REQUIRE(c.score == strips.sampled_times() * s.sampled({c.exemplar, c.at}) * 256 * 40 * 38 +
                                       weight * strips.sampled_per() * price);
            }
        }
}
