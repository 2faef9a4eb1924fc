// SPDX-License-Identifier: MIT
#pragma once
#include "kernel/looked_at.hpp"

#include <husk/kernel/small_joint.hpp>

namespace support {

/// What is laid under a block, in small and at random; and the plain truth about candidates for it.
struct small_scene {
    static constexpr int pitch = 70;

    looked_at look;
    int overlap, scale;
    husk::detail::guide small;
    husk::point at;
    husk::extent block;
    std::vector<std::uint32_t> words;

    small_scene(int channels, int wide, husk::point where) :
        look({{75, 60}, {61, 70}}, channels, 256, static_cast<std::uint64_t>(wide)), overlap(wide),
        scale(husk::detail::small_strips::scale_for(wide)),
        small(look.memory, look.exemplars, channels, scale), at(where)
    {
        small.reduce<husk::simd::best>(look.guide);
    }

    /// Anything, under a block of this size.
    void lay(husk::extent size)
    {
        block = size;
        words.assign(std::size_t{pitch} * 60, 0);
        for (auto& w : words) w = small.words(0)[look.luck.below(static_cast<std::uint32_t>(small.pixels()))];
    }

    auto width() const -> int { return overlap / scale; }
    auto length(int layout) const -> int
    {
        bool const there = (layout == 0 ? at.x : at.y) > 0 && width() > 1;
        return there ? std::max(1, (layout == 0 ? block.height : block.width) / scale) : 0;
    }
    auto laid(int layout, int r, int j) const -> std::uint32_t
    {
        auto const p = in_block(layout, r, j);
        return words[static_cast<std::size_t>(p.y * pitch + p.x)];
    }
    auto fresh(husk::detail::spot const& s, int layout, int r, int j) const -> std::uint32_t
    {
        auto const p = in_block(layout, r, j);
        return small.words(
            0)[husk::detail::guide::index(0, small.parts()[static_cast<std::size_t>(s.exemplar)],
                                          {s.at.x / scale + p.x, s.at.y / scale + p.y})];
    }
    auto distance(husk::detail::spot const& s, int layout, int r, int j) const -> int
    {
        return word_distance(laid(layout, r, j), fresh(s, layout, r, j), look.guide.cap());
    }

    auto sampled(husk::detail::spot const& s) const -> int
    {
        int sum = 0;
        for (int layout = 0; layout < 2; ++layout)
            for (int r = std::min(2, std::max(0, length(layout) - 1)); r < length(layout); r += 4)
                for (int j = 0; j < width(); ++j) sum += distance(s, layout, r, j);
        return sum;
    }

    /// What a cut between columns j - 1 and j pays in row r.
    auto crossing(husk::detail::spot const& s, int layout, int r, int j) const -> int
    {
        int const hidden =
            word_distance(laid(layout, r, j), laid(layout, r, j - 1), look.guide.cap()) +
            word_distance(fresh(s, layout, r, j), fresh(s, layout, r, j - 1), look.guide.cap());
        int const m = distance(s, layout, r, j - 1) + distance(s, layout, r, j);
        return std::max(m - hidden, m / 4);
    }
    /// For each row and column, the cheapest cut from the far end up to there.
    auto totals(husk::detail::spot const& s, int layout) const -> std::vector<std::vector<int>>
    {
        constexpr int never = 32767;
        auto const columns = static_cast<std::size_t>(width() + 1),
                   rows = static_cast<std::size_t>(length(layout));
        std::vector<std::vector<int>> t(rows + 1, std::vector<int>(columns, never));
        for (std::size_t j = 1; j + 1 < columns; ++j) t[rows][j] = 0;
        for (int r = length(layout) - 1; r >= 0; --r)
            for (int j = 1; j < width(); ++j) {
                auto const& below = t[static_cast<std::size_t>(r) + 1];
                auto const c = static_cast<std::size_t>(j);
                int const left = below[c - 1] + distance(s, layout, r, j - 1) / 8,
                          right = below[c + 1] + distance(s, layout, r, j) / 8;
                t[static_cast<std::size_t>(r)][c] =
                    std::min(never, crossing(s, layout, r, j) + std::min({below[c], left, right}));
            }
        return t;
    }
    auto guessed(husk::detail::spot const& s) const -> int
    {
        int least = 1 << 30;
        auto const left = totals(s, 0), top = totals(s, 1);
        auto const n = static_cast<std::size_t>(width());
        if (length(0) == 0 && length(1) == 0) return 0;
        for (std::size_t y = 1; y < n; ++y)
            for (std::size_t x = 1; x < n; ++x) {
                if (length(0) == 0) least = std::min(least, top[0][x]);
                else if (length(1) == 0) least = std::min(least, left[0][x]);
                else least = std::min(least, left[y][x] + top[x][y]);
            }
        return scale * least;
    }
};

} // namespace support
