// SPDX-License-Identifier: MIT
#pragma once
#include "kernel/searched.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace support {

/// The half-size pixel, by plain arithmetic over those of its four pixels that `inside(x, y)` has; one that
/// it has not is stood for by its neighbour.
template <class Inside, class At>
auto half_level(int x, int y, Inside const& inside, At const& at) -> int
{
    int const right = inside(2 * x + 1, 2 * y) ? 2 * x + 1 : 2 * x,
              below = inside(2 * x, 2 * y + 1) ? 2 * y + 1 : 2 * y;
    return (at(2 * x, 2 * y) + at(right, 2 * y) + at(2 * x, below) + at(right, below) + 2) / 4;
}

/// All places of the half of a block, by what plain loops make of their costs, and by number.
inline auto coarse_ranking(searched const& s, int width, bool left, bool top)
    -> std::vector<std::pair<std::int64_t, std::size_t>>
{
    std::vector<husk::extent> halves;
    for (auto const& e : s.sizes) halves.push_back({(e.width + 1) / 2, (e.height + 1) / 2});
    husk::extent const block{(s.block.width + 1) / 2, (s.block.height + 1) / 2};
    int const half_width = (width + 1) / 2;
    husk::detail::places const coarse(halves, block);
    std::vector<std::pair<std::int64_t, std::size_t>> ranking;
    for (std::size_t i = 0; i < coarse.count(); ++i) {
        auto const [e, at] = coarse.at(i);
        auto const index = static_cast<std::size_t>(e);
        auto const whole = s.sizes[index];
        std::int64_t cost = 0;
        for (int y = 0; y < block.height; ++y)
            for (int x = 0; x < block.width; ++x) {
                bool const at_top = top && y < half_width;
                if (!at_top && !(left && x < half_width)) continue;
                for (int c = 0; c < s.channels; ++c) {
                    int const laid = half_level(
                        x, y,
                        [&](int u, int v) {
                            return u < s.block.width && v < s.block.height &&
                                   (at_top ? v < width : u < width);
                        },
                        [&](int u, int v) { return s.laid(u, v, c); });
                    int const there = half_level(
                        at.x + x, at.y + y, [&](int u, int v) { return u < whole.width && v < whole.height; },
                        [&](int u, int v) { return s.level(index, u, v, c); });
                    cost += std::abs(laid - there);
                }
            }
        ranking.emplace_back(cost, i);
    }
    std::sort(ranking.begin(), ranking.end());
    return ranking;
}

} // namespace support
