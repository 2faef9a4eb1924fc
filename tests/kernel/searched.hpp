// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/places.hpp>
#include <husk/kernel/word_pictures.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>

#include <cstdlib>
#include <vector>

namespace support {

/// Exemplars, what is laid under a block, and what plain loops find where it fits.
class searched {
public:
    /// Levels are random in [0, contrast), neighbours alike where `smooth`.
    searched(std::vector<husk::extent> const& exemplars, int channel_count, bool smooth = false,
             std::uint32_t contrast = 256, std::uint64_t seed = 1) :
        sizes(exemplars),
        channels(channel_count), luck_(husk::key{.seed = seed})
    {
        for (auto const& s : sizes) {
            auto const n = static_cast<std::size_t>(s.area() * channels);
            std::vector<std::uint8_t> levels(n);
            for (std::size_t i = 0; i < n; ++i) {
                auto const step = luck_.below(smooth ? 9 : contrast),
                           before = i > 2 ? levels[i - 3] : contrast / 2;
                levels[i] = static_cast<std::uint8_t>(
                    smooth ? std::min(std::max(before + step, 4u) - 4, contrast - 1) : step);
            }
            levels_.push_back(std::move(levels));
        }
    }

    auto level(std::size_t e, int x, int y, int c) const -> std::uint8_t
    {
        return levels_[e][static_cast<std::size_t>((y * sizes[e].width + x) * channels + c)];
    }

    /// Lays random levels, or, where `from` >= 0, what a place of that exemplar shows: this one, or a random
    /// one.
    void lay(husk::extent size, int from = -1)
    {
        lay(size, from, from < 0 ? husk::point{} : luck_.corner(sizes[static_cast<std::size_t>(from)], size));
    }
    void lay(husk::extent size, int from, husk::point at)
    {
        block = size;
        laid_.resize(static_cast<std::size_t>(block.area() * channels));
        auto* to = laid_.data();
        for (int y = 0; y < block.height; ++y)
            for (int x = 0; x < block.width; ++x)
                for (int c = 0; c < channels; ++c)
                    *to++ = from < 0 ? static_cast<std::uint8_t>(luck_.bits())
                                     : level(static_cast<std::size_t>(from), at.x + x, at.y + y, c);
    }
    /// Lays two places, the right half of the block from another one than the left.
    void lay_two(husk::extent size)
    {
        lay(size, 0);
        auto const left = laid_;
        lay(size, static_cast<int>(sizes.size()) - 1);
        for (int y = 0; y < block.height; ++y)
            std::copy_n(left.begin() + y * block.width * channels, block.width / 2 * channels,
                        laid_.begin() + y * block.width * channels);
    }
    void lay_all(husk::extent size, std::uint8_t level)
    {
        block = size;
        laid_.assign(static_cast<std::size_t>(block.area() * channels), level);
    }

    auto laid(int x, int y, int c) const -> std::uint8_t
    {
        return laid_[static_cast<std::size_t>((y * block.width + x) * channels + c)];
    }

    /// The sum over the overlap of measure(|difference|), for every place.
    template <class Measure>
    auto slow(int width, bool has_left, bool has_top, Measure const& measure) const
        -> std::vector<std::uint64_t>
    {
        husk::detail::places const all(sizes, block);
        std::vector<std::uint64_t> costs(all.count());
        for (std::size_t i = 0; i < costs.size(); ++i)
            for (int y = 0; y < block.height; ++y)
                for (int x = 0; x < block.width; ++x) {
                    if (!(has_left && x < width) && !(has_top && y < width)) continue;
                    auto const [e, at] = all.at(i);
                    for (int c = 0; c < channels; ++c)
                        costs[i] += measure(static_cast<std::uint64_t>(std::abs(
                            level(static_cast<std::size_t>(e), at.x + x, at.y + y, c) - laid(x, y, c))));
                }
        return costs;
    }

    /// Something of this kind, its memory just as much as it counts.
    template <class Built, class... Args>
    auto build(Args... args) -> Built
    {
        husk::arena count;
        Built(count, sizes, channels, args...);
        auto memory = room_.fit(count.used());
        return Built(memory, sizes, channels, args...);
    }
    /// A search of this kind, filled with the exemplars.
    template <class Search, class Arch, class... Args>
    auto make(Args... args) -> Search
    {
        auto search = build<Search>(args...);
        search.template fill<Arch>([this](std::size_t e, int x, int y, int c) { return level(e, x, y, c); });
        return search;
    }

    /// Each whole.
    auto exemplars() const -> std::vector<husk::exemplar>
    {
        std::vector<husk::exemplar> all;
        for (auto const& s : sizes) all.push_back({{{}, s}, 0});
        return all;
    }
    /// What is laid, a word a pixel, in rows of the block; with room for a register past the last.
    auto laid_words() const -> std::vector<std::uint32_t>
    {
        std::vector<std::uint32_t> words(
            static_cast<std::size_t>(block.area()) + husk::detail::word_pictures::slack, 0xdeadbeef);
        for (int y = 0; y < block.height; ++y)
            for (int x = 0; x < block.width; ++x) {
                auto& word = words[static_cast<std::size_t>(y * block.width + x)] = 0;
                for (int c = 0; c < channels; ++c) word |= std::uint32_t{laid(x, y, c)} << 8 * c;
            }
        return words;
    }

    std::vector<husk::extent> sizes;
    int channels;
    husk::extent block;

private:
    husk::stream luck_;
    std::vector<std::vector<std::uint8_t>> levels_;
    std::vector<std::uint8_t> laid_;
    husk::workspace room_;
};

/// The exemplars' levels, as a guide asks for them.
class levels_of {
public:
    explicit levels_of(searched const& s) : s_(s) {}
    auto row(std::size_t e, int y) const
    {
        return [&s = s_, e, y](int x, int c) { return s.level(e, x, y, c); };
    }

private:
    searched const& s_;
};

/// The levels that lie where a search asks.
inline auto laid_in(searched const& s)
{
    return [&s](int x, int y, int c) { return s.laid(x, y, c); };
}

/// Calls f(has_left, has_top) for what a block can lie over.
template <class F>
void over_each_overlap(F const& f)
{
    f(true, true);
    f(true, false);
    f(false, true);
    f(false, false);
}

} // namespace support
