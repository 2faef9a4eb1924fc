// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/strip.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <vector>

namespace support {

/// Exemplars with made-up levels, a guide to them, and the plain truth about both.
class looked_at {
public:
    /// Levels are random in [0, contrast).
    looked_at(std::vector<husk::extent> const& sizes, int channels, std::uint32_t contrast = 256,
              std::uint64_t seed = 1) :
        luck(husk::key{.seed = seed}),
        memory(room_.fit(std::size_t{16} << 20)), exemplars(windows(sizes)),
        guide(memory, exemplars, channels)
    {
        for (auto const& s : sizes) {
            std::vector<std::uint8_t> levels(static_cast<std::size_t>(s.area() * channels));
            for (auto& v : levels) v = static_cast<std::uint8_t>(luck.below(contrast));
            levels_.push_back(std::move(levels));
        }
        guide.fill<husk::simd::best>(*this);
    }

    /// As husk::detail::levels has it.
    auto row(std::size_t e, int y) const
    {
        return [this, e, y](int x, int c) { return level(e, {x, y}, c); };
    }

    /// A pixel as a word.
    auto word(std::size_t e, husk::point at) const -> std::uint32_t
    {
        std::uint32_t w = 0;
        for (int c = guide.channels() - 1; c >= 0; --c) w = w << 8 | level(e, at, c);
        return w;
    }
    auto word(int pixel) const -> std::uint32_t
    {
        auto const p = numbered(pixel);
        return word(p.e, p.at);
    }

    auto level(std::size_t e, husk::point at, int c) const -> std::uint8_t
    {
        auto const i = (at.y * exemplars[e].window.size.width + at.x) * guide.channels() + c;
        return levels_[e][static_cast<std::size_t>(i)];
    }

    /// min(cap, sum of absolute differences) of two pixels of any exemplars.
    auto distance(std::size_t e, husk::point a, std::size_t f, husk::point b) const -> int
    {
        int sum = 0;
        for (int c = 0; c < guide.channels(); ++c) sum += std::abs(level(e, a, c) - level(f, b, c));
        return std::min(sum, 128 * guide.channels() / 3);
    }

    /// A pixel by its number.
    struct place {
        std::size_t e;
        husk::point at;
    };
    auto numbered(int pixel) const -> place
    {
        std::size_t e = 0;
        for (; pixel >= exemplars[e].window.size.area(); ++e)
            pixel -= static_cast<int>(exemplars[e].window.size.area());
        auto const width = exemplars[e].window.size.width;
        return {e, {pixel % width, pixel / width}};
    }

    /// For each pixel of a strip, a random one of the exemplars' that is laid there.
    auto scatter(int length, int width) -> std::vector<int>
    {
        std::vector<int> owners(static_cast<std::size_t>(length * width));
        for (auto& o : owners) o = static_cast<int>(luck.below(static_cast<std::uint32_t>(guide.pixels())));
        return owners;
    }

private:
    static auto windows(std::vector<husk::extent> const& sizes) -> std::vector<husk::exemplar>
    {
        std::vector<husk::exemplar> all;
        for (auto const& s : sizes) all.push_back({{{}, s}, 0});
        return all;
    }

    husk::workspace room_;
    std::vector<std::vector<std::uint8_t>> levels_;

public:
    husk::stream luck;
    husk::arena memory;
    std::vector<husk::exemplar> exemplars;
    husk::detail::guide guide;
};

/// Exemplar 0 is black, the others white.
struct two_tones {
    auto row(std::size_t e, int) const
    {
        return [e](int, int) { return e == 0 ? std::uint8_t{0} : std::uint8_t{255}; };
    }
};

/// Where pixel (row, column) of a strip lies in a block: the top strip is turned on its side.
inline auto in_block(int layout, int row, int column) -> husk::point
{
    return layout == 0 ? husk::point{column, row} : husk::point{row, column};
}

/// The distance of two words, byte by byte.
inline auto word_distance(std::uint32_t a, std::uint32_t b, int cap) -> int
{
    int sum = 0;
    for (int shift = 0; shift < 32; shift += 8)
        sum += std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255));
    return std::min(sum, cap);
}

/// Words that are laid, from a block's corner on; those of `owners` in rows, or columns for the top strip.
struct laid_picture {
    int pitch;
    std::vector<std::uint32_t> words;
};

/// A strip over random pixels, and where those come from.
struct laid_strip {
    int layout, length, width;
    std::vector<int> owners;

    /// What lies under a block that the strip belongs to.
    auto picture(looked_at const& look) const -> laid_picture
    {
        laid_picture p{(layout == 0 ? width : length) + 3, {}};
        p.words.resize(static_cast<std::size_t>(p.pitch * (layout == 0 ? length : width)));
        for (int r = 0; r < length; ++r)
            for (int j = 0; j < width; ++j) {
                auto const at = in_block(layout, r, j);
                p.words[static_cast<std::size_t>(at.y * p.pitch + at.x)] = look.word(owner(r, j));
            }
        return p;
    }
    template <class Arch>
    void lay(looked_at const& look, husk::detail::strip& s) const
    {
        auto const p = picture(look);
        s.lay<Arch>(look.guide, length, p.words.data(), p.pitch);
    }

    auto owner(int r, int j) const -> int { return owners[static_cast<std::size_t>(r * width + j)]; }

    /// The distance of what lies at (r, j) to what a candidate would lay there.
    auto distance(looked_at const& look, std::size_t e, husk::point at, int r, int j) const -> int
    {
        auto const old = look.numbered(owner(r, j));
        return look.distance(e, at + in_block(layout, r, j), old.e, old.at);
    }
};

inline auto random_strip(looked_at& look, int layout, int length, int width) -> laid_strip
{
    return {layout, length, width, look.scatter(length, width)};
}

} // namespace support
