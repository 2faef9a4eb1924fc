// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/simd/tail.hpp>

namespace husk::detail {

/// How often each exemplar pixel is seen in what is laid so far. Squares of the counts are summed down the
/// columns, so that the sum under a candidate takes two rows of differences.
class usage {
public:
    /// Counts beyond this are not told apart: 256 x 64 squares fit a lane of 32 bits.
    static constexpr std::uint32_t most = 511;

    usage(arena& memory, guide const& g, std::span<exemplar const> exemplars)
    {
        std::size_t widths = 0;
        for (auto const& e : exemplars) widths += static_cast<std::size_t>(e.window.size.width);
        auto const n = static_cast<std::size_t>(g.pixels() + guide::slack);
        counts_ = memory.take<std::uint32_t>(n);
        squares_ = memory.take<std::uint32_t>(n);
        above_ = memory.take<std::uint32_t>(n + widths);
        seen_ = memory.take<std::int64_t>(exemplars.size());
        for (auto const all : {counts_, squares_, above_}) std::fill(all.begin(), all.end(), 0u);
        std::fill(seen_.begin(), seen_.end(), 0);
    }

    /// One more place shows each of `length` pixels of exemplar e, from `first` on.
    void show(std::size_t e, int first, int length)
    {
        auto* const counts = counts_.data() + first;
        auto* const squares = squares_.data() + first;
        for (int i = 0; i < length; ++i) {
            auto const n = std::min(++counts[i], most);
            squares[i] = n * n;
        }
        seen_[e] += length;
    }

    /// One place less shows this pixel.
    void hide(std::size_t e, int pixel)
    {
        auto const i = static_cast<std::size_t>(pixel);
        auto const n = std::min(--counts_[i], most);
        squares_[i] = n * n;
        --seen_[e];
    }

    /// Makes the sums follow the counts.
    template <class Arch>
    void refresh(guide const& g)
    {
        using words = simd::batch<std::uint32_t, Arch>;
        auto* above = above_.data();
        for (auto const& p : g.parts()) {
            int const w = p.size.width;
            std::fill_n(above, w, 0u);
            // A register that reaches past a row's end spoils the next row before that is written.
            for (int y = 0; y < p.size.height; ++y, above += w)
                for (int x = 0; x < w; x += static_cast<int>(words::size))
                    (words::load_unaligned(above + x) +
                     words::load_unaligned(squares_.data() + p.first + y * w + x))
                        .store_unaligned(above + w + x);
            above += w;
        }
    }

    /// The sum of the squared counts in a window of exemplar e.
    template <class Arch>
    auto squares_under(guide const& g, std::size_t e, rect const& window) const -> std::int64_t
    {
        using words = simd::batch<std::uint32_t, Arch>;
        int skipped = 0;
        for (std::size_t i = 0; i < e; ++i) skipped += g.parts()[i].size.width;
        auto const& p = g.parts()[e];
        auto const* const top = above_.data() + p.first + skipped + window.at.y * p.size.width + window.at.x;
        auto const* const bottom = top + window.size.height * p.size.width;
        words sums(0u);
        for (int x = 0; x < window.size.width; x += static_cast<int>(words::size))
            sums += (words::load_unaligned(bottom + x) - words::load_unaligned(top + x)) &
                    simd::first_lanes<std::uint32_t, Arch>(window.size.width - x);
        alignas(64) std::uint32_t lane[words::size];
        sums.store_aligned(lane);
        std::int64_t total = 0;
        for (auto const s : lane) total += s;
        return total;
    }

    /// What those squares would be if the exemplar's pixels were seen evenly: without it, an exemplar that
    /// fits nowhere else could be used up block by block.
    auto even_share(guide const& g, std::size_t e, std::int64_t area) const -> std::int64_t
    {
        auto const n = g.parts()[e].size.area();
        auto const seen = std::min<std::int64_t>(seen_[e], std::int64_t{most} * n);
        return area * seen / n * seen / n;
    }

private:
    std::span<std::uint32_t> counts_, squares_, above_;
    std::span<std::int64_t> seen_;
};

} // namespace husk::detail
