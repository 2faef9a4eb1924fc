// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/simd/kept.hpp>
#include <husk/simd/tail.hpp>

#include <bit>

namespace husk::detail {

/// What is laid where a block is to overlap it, in small, to compare many candidates quickly: exemplars and
/// overlap are reduced until the overlap is at most eight columns wide, so that a row of both strips fits a
/// register or two.
class small_strips {
public:
    static constexpr int columns = 8; ///< of a strip; the left strip's, then the top's, are a row
    static constexpr int row_words = 2 * columns;
    static constexpr int sparse_rows = 4; ///< every fourth row is sampled

    static constexpr auto scale_for(int overlap) -> int
    {
        int scale = 1;
        while (overlap / scale > columns) scale *= 2;
        return scale;
    }

    small_strips(arena& memory, int block, int overlap) :
        scale_(scale_for(overlap)), shift_(std::countr_zero(static_cast<unsigned>(scale_))),
        width_(overlap / scale_)
    {
        auto const rows = static_cast<std::size_t>(reduced(block));
        words_ = memory.take<std::uint32_t>(rows * row_words + guide::slack).data();
        if (words_ != nullptr) std::fill_n(words_, guide::slack, 0u);
        if (words_ != nullptr) words_ += guide::slack;
        for (std::size_t i = 0; i < inside_.size(); ++i) inside_[i] = static_cast<int>(i) < width_ ? ~0u : 0u;
    }

    /// Reads what is laid under a block, in small: the words from its corner on, in rows that are `pitch`
    /// apart.
    template <class Arch>
    void read(rect const& place, std::uint32_t const* laid, int pitch);

    /// The cost of each becomes the sum of the distances in every fourth row of both strips.
    template <class Arch>
    void sample(guide const& small, std::span<candidate> all) const;
    /// What that sum is multiplied by, and divided by, for a guess at the cost of the cheapest cut.
    auto sampled_times() const -> std::int64_t { return 2 * sparse_rows * scale_; }
    auto sampled_per() const -> std::int64_t { return width_; }

    auto scale() const -> int { return scale_; }
    auto width() const -> int { return width_; }
    /// Rows of the left strip and of the top strip; 0: there is none.
    auto lengths() const -> std::array<int, 2> const& { return lengths_; }
    auto rows() const -> int { return std::max(lengths_[0], lengths_[1]); }
    auto row(int r) const -> std::uint32_t const* { return words_ + r * row_words; }
    auto in_small(point at) const -> point { return {at.x >> shift_, at.y >> shift_}; }
    /// A side of a block in small: at least a pixel.
    auto reduced(int length) const -> int { return std::max(1, length / scale_); }

private:
    template <class Arch, class Inside>
    void sample(guide const& small, std::span<candidate> all, Inside const& inside) const;

    int scale_, shift_, width_;
    std::array<int, 2> lengths_{};
    std::array<int, 2> first_{}, sampled_{}; // the first row that is sampled, and how many are
    std::uint32_t* words_;
    alignas(64) std::array<std::uint32_t, row_words> inside_; // the columns of a strip
};

template <class Arch>
void small_strips::read(rect const& place, std::uint32_t const* laid, int pitch)
{
    lengths_ = {place.at.x > 0 && width_ > 1 ? reduced(place.size.height) : 0,
                place.at.y > 0 && width_ > 1 ? reduced(place.size.width) : 0};
    for (std::size_t i = 0; i < 2; ++i) {
        first_[i] = std::min(sparse_rows / 2, std::max(0, lengths_[i] - 1));
        sampled_[i] = (lengths_[i] - first_[i] + sparse_rows - 1) / sparse_rows;
    }
    std::fill_n(words_, rows() * row_words, 0u);
    for (int r = 0; r < lengths_[0]; ++r)
        for (int j = 0; j < width_; ++j) words_[r * row_words + j] = laid[r * pitch + j];
    turn_words<Arch>({laid, pitch}, {lengths_[1], width_}, {words_ + columns, row_words});
}

template <class Arch>
void small_strips::sample(guide const& small, std::span<candidate> all) const
{
    using words = simd::batch<std::uint32_t, Arch>;
    if (width_ == columns && words::size <= columns)
        return sample<Arch>(small, all, [](words const& v, int) { return v; });
    sample<Arch>(small, all,
                 [&](words const& v, int j) { return v & words::load_aligned(inside_.data() + j); });
}

/// inside(pixels, column) darkens what is past the strip's width.
template <class Arch, class Inside>
void small_strips::sample(guide const& small, std::span<candidate> all, Inside const& inside) const
{
    using words = simd::batch<std::uint32_t, Arch>;
    distance_to<Arch> const distance(small.cap());
    auto const both = std::min(sampled_[0], sampled_[1]);
    std::array const old{words_ + first_[0] * row_words, words_ + first_[1] * row_words + columns};
    for (auto& c : all) {
        auto const& p = small.parts()[static_cast<std::size_t>(c.exemplar)];
        auto const here = in_small(c.at);
        std::array const step{sparse_rows * p.size.width, sparse_rows * p.size.height};
        std::array const fresh{small.words(0) + guide::index(0, p, here) + first_[0] * p.size.width,
                               small.words(1) + guide::index(1, p, here) + first_[1] * p.size.height};
        auto const in_row = [&](std::size_t i, int r) {
            typename distance_to<Arch>::sums sum(0);
            for (int j = 0; j < columns; j += static_cast<int>(words::size)) {
                auto const* const was = old[i] + r * sparse_rows * row_words + j;
                sum += distance(simd::kept(inside(words::load_unaligned(fresh[i] + r * step[i] + j), j)),
                                simd::kept(inside(words::load_unaligned(was), j)));
            }
            return sum;
        };
        typename distance_to<Arch>::sums total(0);
        for (int r = 0; r < both; ++r) total += in_row(0, r) + in_row(1, r);
        for (int r = both; r < sampled_[0]; ++r) total += in_row(0, r);
        for (int r = both; r < sampled_[1]; ++r) total += in_row(1, r);
        c.cost = simd::sum(total);
    }
}

} // namespace husk::detail
