// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/word_pictures.hpp>

#include <array>

namespace husk::detail {

/// The exemplars as a quilt looks at them, in two layouts, rows and columns, so that a seam always runs down
/// and its strip lies in rows; or in small, reduced by a power of two.
class guide {
public:
    static constexpr int slack = word_pictures::slack;

    /// Where an exemplar's pixels begin in all the arrays below.
    using part = word_pictures::part;

    guide(arena& memory, std::span<exemplar const> exemplars, int channels, int scale = 1) :
        pictures_(memory, exemplars, channels, scale)
    {
        auto const n = static_cast<std::size_t>(pixels() + 2 * slack);
        turned_ = word_pictures::padded(memory.take<std::uint32_t>(n));
        for (auto& edges : edges_) edges = word_pictures::padded(memory.take<std::int16_t>(n));
    }

    /// Takes the levels, 0 to 255, from level.row(exemplar, y)(x, channel).
    template <class Arch, class Level>
    void fill(Level const& level)
    {
        pictures_.fill<Arch>(level);
        finish<Arch>();
    }
    /// Takes the same exemplars in small.
    template <class Arch>
    void reduce(guide const& whole)
    {
        pictures_.reduce<Arch>(whole.pictures_);
        finish<Arch>();
    }

    auto channels() const -> int { return pictures_.channels(); }
    auto scale() const -> int { return pictures_.scale(); }
    auto pixels() const -> int { return pictures_.pixels(); }
    auto parts() const -> std::span<part const> { return pictures_.parts(); }
    auto pictures() const -> word_pictures const& { return pictures_; }
    /// No two pixels are further apart than this: beyond it, wrong is wrong.
    auto cap() const -> int { return 128 * channels() / 3; }

    auto words(int layout) const -> std::uint32_t const* { return layout == 0 ? pictures_.words() : turned_; }
    /// The distance of each pixel to the one before it in its row (or column), but for the first.
    auto edges(int layout) const -> std::int16_t const* { return edges_[static_cast<std::size_t>(layout)]; }

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
    template <class Arch>
    void finish();

    word_pictures pictures_;
    std::uint32_t* turned_;
    std::array<std::int16_t*, 2> edges_{};
};

/// Where a row begins its edge is measured across to the row before; but no cut goes through the first column
/// of a strip.
template <class Arch>
void guide::finish()
{
    for (std::size_t e = 0; e < parts().size(); ++e) {
        auto const& p = parts()[e];
        turn_words<Arch>(pictures_.rows(e), p.size, {turned_ + p.first, p.size.height});
    }
    constexpr int step = static_cast<int>(simd::lanes<std::int16_t, Arch>);
    distance_to<Arch> const distance(cap());
    for (int layout = 0; layout < 2; ++layout)
        for (int i = 0; i < pixels(); i += step)
            distance(words(layout) + i, words(layout) + i - 1)
                .store_unaligned(edges_[static_cast<std::size_t>(layout)] + i);
}

} // namespace husk::detail
