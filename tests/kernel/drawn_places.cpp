// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <husk/kernel/drawn_places.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

using husk::exemplar, husk::extent, husk::simd::best;
using husk::detail::drawn_places, husk::detail::quilt_rules, husk::detail::spot;

namespace {

/// The place that a random word means, by plain division.
auto place_of(std::uint32_t word, std::vector<exemplar> const& exemplars, extent block, int overlap) -> spot
{
    int const past_x = std::min(overlap, (block.width - 1) / 2),
              past_y = std::min(overlap, (block.height - 1) / 2);
    auto const right = [&](exemplar const& e) { return e.window.size.width - block.width; };
    auto const bottom = [&](exemplar const& e) { return e.window.size.height - block.height; };
    auto const count = [&](exemplar const& e) {
        return std::int64_t{right(e) + 1 + 2 * past_x} * (bottom(e) + 1 + 2 * past_y);
    };
    std::int64_t all = 0;
    for (auto const& e : exemplars) all += count(e);
    auto n = static_cast<std::int64_t>(std::uint64_t{word} * static_cast<std::uint64_t>(all) >> 32);
    std::size_t e = 0;
    for (; n >= count(exemplars[e]); ++e) n -= count(exemplars[e]);
    auto const columns = right(exemplars[e]) + 1 + 2 * past_x;
    return {static_cast<int>(e),
            {std::clamp(static_cast<int>(n % columns) - past_x, 0, right(exemplars[e])),
             std::clamp(static_cast<int>(n / columns) - past_y, 0, bottom(exemplars[e]))}};
}

} // namespace

TEST_CASE("places are drawn in lanes as plain division would", "[kernel]")
{
    // Alike, unlike, narrow, large, and so large and unlike that products do not do.
    std::vector<std::vector<extent>> const sizes{
        {{96, 96}, {96, 96}}, {{41, 300}, {500, 40}, {64, 64}}, {{40, 5000}},
        {{16384, 16384}},     {{40, 100}, {3'000'000, 60}},     {{40, 6'000'000}, {40, 40}}};
    for (auto const& whole : sizes)
        for (extent const block : {extent{40, 40}, {40, 17}, {32, 40}, {1, 1}})
            for (int const overlap : {0, 5, 16}) {
                std::vector<exemplar> exemplars;
                for (auto const& s : whole) exemplars.push_back({{{}, s}});
                quilt_rules const rules{40, overlap, 192, 4, 0, 0, husk::quilt_choice::seam};
                husk::workspace room;
                auto memory = room.fit(std::size_t{1} << 16);
                drawn_places drawn(memory, rules, exemplars);
                husk::stream luck(husk::key{.seed = 9}), twin = luck;
                std::vector<std::uint32_t> words(192);
                for (int round = 0; round < 5; ++round) {
                    drawn.draw<best>(block, luck);
                    husk::detail::fill_random<best>(std::span(words), twin);
                    REQUIRE(drawn.lanes().count == 192);
                    for (std::size_t i = 0; i < words.size(); ++i)
                        REQUIRE(drawn.lanes()[i] == place_of(words[i], exemplars, block, overlap));
                }
            }
}
