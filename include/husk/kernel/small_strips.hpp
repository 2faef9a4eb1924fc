// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/kernel/place_lanes.hpp>
#include <husk/simd/four_sums.hpp>

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

    /// The cost of each place: the sum of the distances in every fourth row of both strips. There is room for
    /// a few more costs than places.
    template <class Arch>
    void sample(guide const& small, place_lanes const& all, std::int32_t* costs) const;
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
    static constexpr int at_once = 64;  ///< places
    static constexpr int most_rows = 5; ///< of a strip
    template <class Arch>
    using sums = typename distance_to<Arch>::sums;
    using numbers = std::array<std::int32_t, std::size_t{at_once}>;

    /// Of a few places, which word of the layouts they begin at, and how far the sampled rows are apart.
    struct alignas(64) begins {
        std::array<numbers, 2> first, step;
        int count = 0;
    };

    /// Calls f(n), n a constant, from 1 to most_rows.
    template <int N = 1, class F>
    static void with_rows(int n, F const& f)
    {
        if constexpr (N < most_rows)
            if (n > N) return with_rows<N + 1>(n, f);
        f(std::integral_constant<int, N>{});
    }
    template <class Arch, class Inside>
    void sample(guide const& small, place_lanes const& all, std::int32_t* costs, Inside const& inside) const;
    template <class Arch>
    void begin_at(guide const& small, place_lanes const& all, std::size_t from, begins& b) const;
    template <class Arch, int Layout, class Inside>
    void add_strip(guide const& small, begins const& b, Inside const& inside, sums<Arch>* totals) const;
    template <class Arch, int Layout, int Rows, class Inside>
    void add_rows(guide const& small, int begin, begins const& b, Inside const& inside,
                  sums<Arch>* totals) const;

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
void small_strips::sample(guide const& small, place_lanes const& all, std::int32_t* costs) const
{
    using words = simd::batch<std::uint32_t, Arch>;
    if (width_ == columns && words::size <= columns)
        return sample<Arch>(small, all, costs, [](words const& v, int) { return v; });
    sample<Arch>(small, all, costs,
                 [&](words const& v, int j) { return v & words::load_aligned(inside_.data() + j); });
}

/// A few places at a time, strip by strip: what is laid of a strip stays in registers. inside(pixels, column)
/// darkens what is past the strip's width.
template <class Arch, class Inside>
void small_strips::sample(guide const& small, place_lanes const& all, std::int32_t* costs,
                          Inside const& inside) const
{
    std::array<sums<Arch>, std::size_t{at_once}> totals;
    begins b;
    for (std::size_t from = 0; from < all.count; from += at_once) {
        begin_at<Arch>(small, all, from, b);
        totals.fill(sums<Arch>(0));
        add_strip<Arch, 0>(small, b, inside, totals.data());
        add_strip<Arch, 1>(small, b, inside, totals.data());
        for (int i = 0; i < b.count; i += 4) simd::four_sums<Arch>(totals.data() + i, costs + from + i);
    }
}

template <class Arch>
void small_strips::begin_at(guide const& small, place_lanes const& all, std::size_t from, begins& b) const
{
    using ints = simd::batch<std::int32_t, Arch>;
    b.count = static_cast<int>(std::min(all.count - from, std::size_t{at_once}));
    for (int i = 0; i < b.count; i += static_cast<int>(ints::size)) {
        auto const here = [&](std::span<std::int32_t> of) {
            return ints::load_unaligned(of.data() + from + i);
        };
        auto const e = here(all.exemplar);
        auto const each = [&](auto const& of) {
            return of_exemplars<Arch>(e, small.parts().size(),
                                      [&](std::size_t k) { return of(small.parts()[k]); });
        };
        auto const x = here(all.x) >> shift_, y = here(all.y) >> shift_;
        auto const begin = each([](guide::part const& p) { return p.first; });
        auto const put = [&](std::size_t layout, ints const& along, ints const& down) {
            auto const stride =
                each([&](guide::part const& p) { return guide::stride(static_cast<int>(layout), p); });
            (begin + along + (down + first_[layout]) * stride).store_aligned(b.first[layout].data() + i);
            (stride * sparse_rows).store_aligned(b.step[layout].data() + i);
        };
        put(0, x, y), put(1, y, x);
    }
}

/// Adds the distances in the sampled rows of a strip.
template <class Arch, int Layout, class Inside>
void small_strips::add_strip(guide const& small, begins const& b, Inside const& inside,
                             sums<Arch>* totals) const
{
    for (int r = 0, n = sampled_[Layout]; r < n; r += most_rows)
        with_rows(std::min(n - r, most_rows),
                  [&](auto rows) { add_rows<Arch, Layout, rows>(small, r, b, inside, totals); });
}

/// Adds those in `Rows` of these rows.
template <class Arch, int Layout, int Rows, class Inside>
void small_strips::add_rows(guide const& small, int begin, begins const& b, Inside const& inside,
                            sums<Arch>* totals) const
{
    using words = simd::batch<std::uint32_t, Arch>;
    constexpr int wide = static_cast<int>(words::size), across = std::max(1, columns / wide);
    distance_to<Arch> const distance(small.cap());
    words old[std::size_t{Rows * across}];
    for (int k = 0; k < Rows * across; ++k) {
        auto const j = k % across * wide;
        auto const* const r = row(first_[Layout] + (begin + k / across) * sparse_rows) + Layout * columns;
        old[k] = inside(words::load_unaligned(r + j), j);
    }
    for (int i = 0; i < b.count; ++i) {
        auto const at = static_cast<std::size_t>(i);
        auto const step = std::ptrdiff_t{b.step[Layout][at]};
        auto const* const fresh = small.words(Layout) + b.first[Layout][at] + begin * step;
        auto total = totals[i];
        for (int k = 0; k < Rows * across; ++k) {
            auto const j = k % across * wide;
            total += distance(inside(words::load_unaligned(fresh + k / across * step + j), j), old[k]);
        }
        totals[i] = total;
    }
}

} // namespace husk::detail
