// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/core/rect.hpp>
#include <husk/simd/batch.hpp>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace husk {

/// A picture to take texture from: a window of one of the sources.
struct exemplar {
    rect window;
    int source = 0;

    friend constexpr auto operator==(exemplar const&, exemplar const&) -> bool = default;
};

namespace detail {

/// The exemplars as a quilt looks at them: 8-bit levels in 16-bit lanes, every pixel numbered. There are two
/// layouts, rows and columns, so that a seam always runs down and its strip lies in rows.
class guide {
public:
    static constexpr int most_channels = 4;
    static constexpr int sparse = 4;      ///< of the columns of a strip, every fourth is sampled
    static constexpr int sparse_rows = 8; ///< and every eighth of its rows
    static constexpr int slack = 64;      ///< elements that a register may read past the last pixel

    /// Where an exemplar's pixels begin in all the arrays below.
    struct part {
        extent size;
        int first;
    };

    guide(arena& memory, std::span<exemplar const> exemplars, int channels) : channels_(channels)
    {
        parts_ = memory.take<part>(exemplars.size());
        for (std::size_t e = 0; e < exemplars.size(); ++e) {
            if (!parts_.empty()) parts_[e] = {exemplars[e].window.size, pixels_};
            pixels_ += static_cast<int>(exemplars[e].window.size.area());
        }
        int longest = 0;
        for (auto const& e : exemplars)
            longest = std::max({longest, e.window.size.width, e.window.size.height});
        // Samples are read four rows at a time, masked where there are none.
        overread_ = slack + 4 * sparse_rows * longest;
        auto const n = static_cast<std::size_t>(pixels_ + 2 * slack);
        for (int layout = 0; layout < 2; ++layout) {
            for (int c = 0; c < channels; ++c)
                planes_[at(layout)][at(c)] = memory.take<std::int16_t>(n).data();
            edges_[at(layout)] = memory.take<std::int16_t>(n).data();
            samples_[at(layout)] =
                memory.take<std::uint32_t>(static_cast<std::size_t>(pixels_ + overread_)).data();
        }
    }

    /// Takes the levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level);

    auto channels() const -> int { return channels_; }
    auto pixels() const -> int { return pixels_; }
    auto parts() const -> std::span<part const> { return parts_; }
    /// No two pixels are further apart than this: beyond it, wrong is wrong.
    auto cap() const -> int { return 128 * channels_ / 3; }

    auto plane(int layout, int c) const -> std::int16_t const* { return planes_[at(layout)][at(c)]; }
    /// The distance of each pixel to the one before it in its row (or column), but for the first.
    auto edges(int layout) const -> std::int16_t const* { return edges_[at(layout)]; }
    /// Four channels to a word, in the order of sampled().
    auto samples(int layout) const -> std::uint32_t const* { return samples_[at(layout)]; }

    /// The number of pixel (x, y) of an exemplar in a layout, and how far its next row is.
    auto index(int layout, part const& p, point at) const -> int
    {
        return p.first + (layout == 0 ? at.y * p.size.width + at.x : at.x * p.size.height + at.y);
    }
    static auto stride(int layout, part const& p) -> int
    {
        return layout == 0 ? p.size.width : p.size.height;
    }

    /// Where column x of a row of `length` stands among the samples: 0, 4, 8, ..., 1, 5, 9, ...
    static constexpr auto sampled(int x, int length) -> int
    {
        int const phase = x % sparse;
        return phase * (length / sparse) + std::min(phase, length % sparse) + x / sparse;
    }

    /// min(cap, sum over the channels of |difference|), of two numbered pixels in the layout of rows.
    auto distance(int a, int b) const -> int
    {
        int d = 0;
        for (int c = 0; c < channels_; ++c) d += std::abs(plane(0, c)[a] - plane(0, c)[b]);
        return std::min(d, cap());
    }

private:
    static constexpr auto at(int i) -> std::size_t { return static_cast<std::size_t>(i); }

    /// Registers may read a little before the first pixel and past the last: there it is dark.
    static auto padded(std::span<std::int16_t> memory) -> std::int16_t*
    {
        std::fill(memory.begin(), memory.end(), std::int16_t{0});
        return memory.empty() ? nullptr : memory.data() + slack;
    }

    template <class Arch>
    void measure_edges(int layout);
    template <class Arch>
    void pack_samples(int layout, part const& p);

    int channels_, pixels_ = 0, overread_ = 0;
    std::span<part> parts_;
    std::array<std::array<std::int16_t*, most_channels>, 2> planes_{};
    std::array<std::int16_t*, 2> edges_{};
    std::array<std::uint32_t*, 2> samples_{};
};

template <class Arch, class Level>
void guide::fill(Level const& level)
{
    for (std::size_t e = 0; e < parts_.size(); ++e) {
        auto const p = parts_[e];
        for (int c = 0; c < channels_; ++c) {
            auto *const rows = planes_[0][at(c)] + p.first, *const columns = planes_[1][at(c)] + p.first;
            for (int y = 0; y < p.size.height; ++y)
                for (int x = 0; x < p.size.width; ++x)
                    rows[y * p.size.width + x] = columns[x * p.size.height + y] = level(e, x, y, c);
        }
    }
    for (int layout = 0; layout < 2; ++layout) {
        measure_edges<Arch>(layout);
        for (auto const& p : parts_) pack_samples<Arch>(layout, p);
        std::fill_n(samples_[at(layout)] + pixels_, overread_, 0u); // masked, but it must be something
    }
}

/// Where a row begins this measures across to the row before; but no cut goes through the first column of a
/// strip.
template <class Arch>
void guide::measure_edges(int layout)
{
    using halves = simd::batch<std::int16_t, Arch>;
    halves const most(static_cast<std::int16_t>(cap()));
    for (int i = 0; i < pixels_; i += static_cast<int>(halves::size)) {
        halves d(std::int16_t{0});
        for (int c = 0; c < channels_; ++c) {
            auto const here = halves::load_unaligned(plane(layout, c) + i);
            auto const before = halves::load_unaligned(plane(layout, c) + i - 1);
            d += xsimd::max(here - before, before - here);
        }
        xsimd::min(d, most).store_unaligned(edges_[at(layout)] + i);
    }
}

template <class Arch>
void guide::pack_samples(int layout, part const& p)
{
    auto const length = stride(layout, p);
    for (int row = 0; row < static_cast<int>(p.size.area()) / length; ++row) {
        auto const first = p.first + row * length;
        auto* out = samples_[at(layout)] + first; // in the order of sampled()
        for (int phase = 0; phase < sparse; ++phase)
            for (int i = phase; i < length; i += sparse) {
                std::uint32_t word = 0;
                for (int c = 0; c < channels_; ++c)
                    word |= static_cast<std::uint32_t>(plane(layout, c)[first + i]) << 8 * c;
                *out++ = word;
            }
    }
}

} // namespace detail
} // namespace husk
