// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/core/rect.hpp>
#include <husk/kernel/distance.hpp>
#include <husk/kernel/turn_words.hpp>

#include <array>

namespace husk {

/// A picture to take texture from: a window of one of the sources.
struct exemplar {
    rect window;
    int source = 0;

    friend constexpr auto operator==(exemplar const&, exemplar const&) -> bool = default;
};

namespace detail {

/// The exemplars as a quilt looks at them: a word a pixel, its 8-bit levels in the word's bytes, every pixel
/// numbered; or in small, reduced by a power of two. There are two layouts, rows and columns, so that a seam
/// always runs down and its strip lies in rows.
class guide {
public:
    static constexpr int slack = 64; ///< elements that a register may read past the last pixel

    /// Where an exemplar's pixels begin in all the arrays below.
    struct part {
        extent size;
        int first;
    };

    guide(arena& memory, std::span<exemplar const> exemplars, int channels, int scale = 1) :
        channels_(channels), scale_(scale)
    {
        parts_ = memory.take<part>(exemplars.size());
        for (std::size_t e = 0; e < exemplars.size(); ++e) {
            auto const [w, h] = exemplars[e].window.size;
            extent const size{(w + scale - 1) / scale, (h + scale - 1) / scale};
            if (!parts_.empty()) parts_[e] = {size, pixels_};
            pixels_ += static_cast<int>(size.area());
        }
        auto const n = static_cast<std::size_t>(pixels_ + 2 * slack);
        for (std::size_t layout = 0; layout < 2; ++layout) {
            words_[layout] = padded(memory.take<std::uint32_t>(n));
            edges_[layout] = padded(memory.take<std::int16_t>(n));
        }
    }

    /// Takes the levels, 0 to 255, from level.row(exemplar, y)(x, channel).
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        switch (channels_) {
        case 1:
            return fill_levels<Arch, 1>(level);
        case 3:
            return fill_levels<Arch, 3>(level);
        default:
            return fill_levels<Arch, 4>(level);
        }
    }
    /// Takes the same exemplars in small.
    template <class Arch>
    void reduce(guide const& whole);

    auto channels() const -> int { return channels_; }
    auto scale() const -> int { return scale_; }
    auto pixels() const -> int { return pixels_; }
    auto parts() const -> std::span<part const> { return parts_; }
    /// No two pixels are further apart than this: beyond it, wrong is wrong.
    auto cap() const -> int { return 128 * channels_ / 3; }

    auto words(int layout) const -> std::uint32_t const* { return words_[at(layout)]; }
    /// The distance of each pixel to the one before it in its row (or column), but for the first.
    auto edges(int layout) const -> std::int16_t const* { return edges_[at(layout)]; }

    /// The number of pixel (x, y) of an exemplar in a layout, and how far its next row is.
    static auto index(int layout, part const& p, point at) -> int
    {
        return p.first + (layout == 0 ? at.y * p.size.width + at.x : at.x * p.size.height + at.y);
    }
    static auto stride(int layout, part const& p) -> int
    {
        return layout == 0 ? p.size.width : p.size.height;
    }

private:
    static constexpr auto at(int i) -> std::size_t { return static_cast<std::size_t>(i); }

    /// Registers may read a little before the first pixel and past the last: there it is dark.
    template <class T>
    static auto padded(std::span<T> memory) -> T*
    {
        if (memory.empty()) return nullptr;
        std::fill_n(memory.begin(), slack, T{0});
        std::fill(memory.end() - slack, memory.end(), T{0});
        return memory.data() + slack;
    }

    template <class Arch, int Channels, class Level>
    void fill_levels(Level const& level)
    {
        fill_words<Arch>([&](std::size_t e, int y) {
            return [row = level.row(e, y)](int x) {
                std::uint32_t word = 0;
                for (int c = 0; c < Channels; ++c) word |= static_cast<std::uint32_t>(row(x, c)) << 8 * c;
                return word;
            };
        });
    }
    template <class Arch, class Row>
    void fill_words(Row const& row);
    template <class Arch>
    void measure_edges(int layout);

    int channels_, scale_, pixels_ = 0;
    std::span<part> parts_;
    std::array<std::uint32_t*, 2> words_{};
    std::array<std::int16_t*, 2> edges_{};
};

template <class Arch, class Row>
void guide::fill_words(Row const& row)
{
    auto* out = words_[0];
    for (std::size_t e = 0; e < parts_.size(); ++e) {
        for (int y = 0; y < parts_[e].size.height; ++y) {
            auto const word = row(e, y);
            for (int x = 0; x < parts_[e].size.width; ++x) *out++ = word(x);
        }
        auto const& p = parts_[e];
        turn_words<Arch>({words_[0] + p.first, p.size.width}, p.size, {words_[1] + p.first, p.size.height});
    }
    for (int layout = 0; layout < 2; ++layout) measure_edges<Arch>(layout);
}

/// Past an exemplar's end its last pixels go on.
template <class Arch>
void guide::reduce(guide const& whole)
{
    fill_words<Arch>([&](std::size_t e, int y) {
        auto const& p = whole.parts()[e];
        return [this, &whole, p, y](int x) {
            return mean_of(scale_, scale_ * x, scale_ * y, [&](int wx, int wy) {
                return whole.words(
                    0)[index(0, p, {std::min(wx, p.size.width - 1), std::min(wy, p.size.height - 1)})];
            });
        };
    });
}

/// Where a row begins this measures across to the row before; but no cut goes through the first column of a
/// strip.
template <class Arch>
void guide::measure_edges(int layout)
{
    constexpr int step = static_cast<int>(simd::lanes<std::int16_t, Arch>);
    distance_to<Arch> const distance(cap());
    for (int i = 0; i < pixels_; i += step)
        distance(words(layout) + i, words(layout) + i - 1).store_unaligned(edges_[at(layout)] + i);
}

} // namespace detail
} // namespace husk
