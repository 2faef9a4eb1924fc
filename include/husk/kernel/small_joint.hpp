// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/seam.hpp>
#include <husk/simd/kept.hpp>
#include <husk/simd/neighbour.hpp>
#include <husk/simd/pieces.hpp>
#include <husk/simd/tail.hpp>

#include <bit>

namespace husk::detail {

/// A joint in small, to guess quickly what the cheapest cut of a candidate costs: exemplars and overlap are
/// reduced until the overlap is at most eight columns wide, so that a row of both strips fits a register or
/// two.
class small_joint {
public:
    static constexpr int columns = 8;  ///< of a strip; the left strip's, then the top's, are a row
    static constexpr int together = 2; ///< candidates are priced two at a time
    static constexpr int row_words = 2 * columns, row_halves = 2 * columns * together;
    static constexpr int sparse_rows = 4; ///< every fourth row is sampled

    static constexpr auto scale_for(int overlap) -> int
    {
        int scale = 1;
        while (overlap / scale > columns) scale *= 2;
        return scale;
    }

    small_joint(arena& memory, int block, int overlap) :
        scale_(scale_for(overlap)), shift_(std::countr_zero(static_cast<unsigned>(scale_))),
        width_(overlap / scale_)
    {
        auto const rows = static_cast<std::size_t>(reduced(block));
        words_ = memory.take<std::uint32_t>(rows * row_words + guide::slack).data();
        if (words_ != nullptr) std::fill_n(words_, guide::slack, 0u);
        if (words_ != nullptr) words_ += guide::slack;
        auto const halves = [&](std::size_t n) { return memory.take<std::int16_t>(n * row_halves).data(); };
        edges_ = halves(rows), inside_ = halves(rows), distance_ = halves(rows), price_ = halves(rows);
        total_ = halves(rows + 1);
        for (std::size_t i = 0; i < walls_.size(); ++i) {
            auto const j = static_cast<int>(i) % columns;
            walls_[i] = j >= 1 && j < width_ ? std::int16_t{0} : seam::never;
            end_[i] = j == columns - 1 ? seam::never : std::int16_t{0};
        }
        for (std::size_t i = 0; i < inside_words_.size(); ++i)
            inside_words_[i] = static_cast<int>(i) < width_ ? ~0u : 0u;
    }

    auto scale() const -> int { return scale_; }

    /// Reads what is laid under a block, in small: the words from its corner on, in rows that are `pitch`
    /// apart.
    template <class Arch>
    void read(guide const& small, rect const& place, std::uint32_t const* laid, int pitch);

    /// The cost of each becomes the sum of the distances in every fourth row of both strips.
    template <class Arch>
    void sample(guide const& small, std::span<candidate> all) const;
    /// What that sum is divided by for a guess at the cost of the cheapest cut.
    auto sampled_per() const -> std::int64_t { return width_; }
    auto sampled_times() const -> std::int64_t { return 2 * sparse_rows * scale_; }

    /// Guesses what the cheapest cut costs, for two candidates.
    template <class Arch>
    auto guess(guide const& small, std::array<spot, together> const& both) -> std::array<int, together>;

private:
    auto in_small(point at) const -> point { return {at.x >> shift_, at.y >> shift_}; }
    /// A side of a block in small: at least a pixel.
    auto reduced(int length) const -> int { return std::max(1, length / scale_); }
    auto rows() const -> int { return std::max(lengths_[0], lengths_[1]); }

    template <class Arch, class Inside>
    void sample(guide const& small, std::span<candidate> all, Inside const& inside) const;
    template <class Arch>
    void measure(guide const& small, std::array<spot, together> const& both);
    template <class Arch>
    void add_up();
    auto least_around_corner(int which) const -> int;

    int scale_, shift_, width_;
    std::array<int, 2> first_{}, sampled_{}; // the first row that is sampled, and how many are
    std::array<int, 2> lengths_{};           // of the left strip and the top strip; 0: there is none
    std::uint32_t* words_;
    std::int16_t *edges_, *inside_, *distance_, *price_, *total_;
    alignas(64) std::array<std::int16_t, row_halves> walls_, end_;
    alignas(64) std::array<std::uint32_t, row_words> inside_words_; // the columns of a strip
};

template <class Arch>
void small_joint::read(guide const& small, rect const& place, std::uint32_t const* laid, int pitch)
{
    std::array const before = lengths_;
    lengths_ = {place.at.x > 0 && width_ > 1 ? reduced(place.size.height) : 0,
                place.at.y > 0 && width_ > 1 ? reduced(place.size.width) : 0};
    for (std::size_t i = 0; i < 2; ++i) {
        first_[i] = std::min(sparse_rows / 2, std::max(0, lengths_[i] - 1));
        sampled_[i] = (lengths_[i] - first_[i] + sparse_rows - 1) / sparse_rows;
    }
    std::fill_n(words_, rows() * row_words, 0u);
    for (int r = 0; r < lengths_[0]; ++r)
        for (int j = 0; j < width_; ++j) words_[r * row_words + j] = laid[r * pitch + j];
    for (int r = 0; r < lengths_[1]; ++r)
        for (int j = 0; j < width_; ++j) words_[r * row_words + columns + j] = laid[j * pitch + r];
    distance_to<Arch> const distance(small.cap());
    constexpr int step = static_cast<int>(simd::lanes<std::int16_t, Arch>);
    for (int r = 0; r < rows(); ++r) {
        for (int i = 0; i < 2 * together && before != lengths_; ++i)
            std::fill_n(inside_ + r * row_halves + i * columns, columns,
                        r < lengths_[static_cast<std::size_t>(i % 2)] ? std::int16_t{-1} : std::int16_t{0});
        for (int i = 0; i < row_halves; i += step) {
            auto const pixels = [&](int from) {
                using words = simd::batch<std::uint32_t, Arch>;
                auto const* const w = words_ + r * row_words + from % row_words;
                return distance(words::load_unaligned(w), words::load_unaligned(w - 1));
            };
            simd::narrow<Arch>(pixels(i), pixels(i + step / 2)).store_unaligned(edges_ + r * row_halves + i);
        }
    }
}

template <class Arch>
void small_joint::sample(guide const& small, std::span<candidate> all) const
{
    using words = simd::batch<std::uint32_t, Arch>;
    if (width_ == columns && words::size <= columns)
        return sample<Arch>(small, all, [](words const& v, int) { return v; });
    sample<Arch>(small, all,
                 [&](words const& v, int j) { return v & words::load_aligned(inside_words_.data() + j); });
}

/// inside(pixels, column) darkens what is past the strip's width.
template <class Arch, class Inside>
void small_joint::sample(guide const& small, std::span<candidate> all, Inside const& inside) const
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

/// The distances of both candidates to what is laid, and the prices of crossing each row.
template <class Arch>
void small_joint::measure(guide const& small, std::array<spot, together> const& both)
{
    using words = simd::batch<std::uint32_t, Arch>;
    using halves = simd::batch<std::int16_t, Arch>;
    constexpr int step = static_cast<int>(halves::size);
    struct strip_of {
        std::uint32_t const* words;
        std::int16_t const* edges;
        int stride, length;
    };
    std::array<strip_of, 2 * together> strips;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        auto const layout = static_cast<int>(i % 2);
        auto const& p = small.parts()[static_cast<std::size_t>(both[i / 2].exemplar)];
        auto const first = guide::index(layout, p, in_small(both[i / 2].at));
        strips[i] = {small.words(layout) + first, small.edges(layout) + first, guide::stride(layout, p),
                     lengths_[i % 2]};
    }
    distance_to<Arch> const distance(small.cap());
    auto const row = [&](int r) {
        auto const here = [&](int i) { return r * row_halves + i; };
        for (int i = 0; i < row_halves; i += step) {
            auto const pixels = [&](int from) {
                auto const fresh = simd::load_pieces<Arch>([&](int piece) {
                    auto const n = static_cast<std::size_t>(from / 4 + piece);
                    return reinterpret_cast<std::uint8_t const*>(strips[n / 2].words + 4 * (n % 2));
                });
                return distance(simd::bit_cast<std::uint32_t>(fresh),
                                words::load_unaligned(words_ + r * row_words + from % row_words));
            };
            auto const inside = halves::load_unaligned(inside_ + here(i));
            auto const d = simd::narrow<Arch>(pixels(i), pixels(i + step / 2)) & inside;
            auto const fresh = simd::bit_cast<std::int16_t>(simd::load_pieces<Arch>([&](int piece) {
                return reinterpret_cast<std::uint8_t const*>(
                    strips[static_cast<std::size_t>(i / 8 + piece)].edges);
            }));
            auto const m = d + simd::left_neighbour<Arch>(d);
            auto const hidden = fresh + halves::load_unaligned(edges_ + here(i));
            d.store_unaligned(distance_ + here(i));
            xsimd::sadd(xsimd::max(m - hidden, m >> 2) & inside, halves::load_aligned(walls_.data() + i))
                .store_unaligned(price_ + here(i));
        }
        for (auto& s : strips) s.words += s.stride, s.edges += s.stride;
    };
    // Where one strip is shorter, its last row is read again, and does not count.
    auto const [shorter, longer] = std::minmax(lengths_[0], lengths_[1]);
    for (int r = 0; r < shorter; ++r) row(r);
    for (auto& s : strips)
        if (s.length == shorter) {
            if (shorter > 0) s.words -= s.stride, s.edges -= s.stride;
            s.stride = 0;
        }
    for (int r = shorter; r < longer; ++r) row(r);
}

/// As seam adds up the prices of rows, from the far end.
template <class Arch>
void small_joint::add_up()
{
    using halves = simd::batch<std::int16_t, Arch>;
    constexpr int step = static_cast<int>(halves::size);
    for (int i = 0; i < row_halves; i += step) {
        auto const end = halves::load_aligned(end_.data() + i);
        auto total = halves::load_aligned(walls_.data() + i);
        for (int r = rows() - 1; r >= 0; --r) {
            auto const aside = halves::load_unaligned(distance_ + r * row_halves + i) >> 3;
            auto const from_left = simd::left_neighbour<Arch>(xsimd::sadd(total, aside));
            auto const from_right = xsimd::sadd(xsimd::max(simd::right_neighbour<Arch>(total), end), aside);
            total = xsimd::sadd(halves::load_unaligned(price_ + r * row_halves + i),
                                xsimd::min(total, xsimd::min(from_left, from_right)));
            total.store_unaligned(total_ + r * row_halves + i);
        }
    }
}

inline auto small_joint::least_around_corner(int which) const -> int
{
    auto const* const left = total_ + which * 2 * columns;
    auto const* const top = left + columns;
    int least = std::numeric_limits<int>::max();
    if (lengths_[0] == 0) return *std::min_element(top + 1, top + width_);
    if (lengths_[1] == 0) return *std::min_element(left + 1, left + width_);
    for (int y = 1; y < width_; ++y)
        for (int x = 1; x < width_; ++x)
            least = std::min(least, left[y * row_halves + x] + top[x * row_halves + y]);
    return least;
}

template <class Arch>
auto small_joint::guess(guide const& small, std::array<spot, together> const& both)
    -> std::array<int, together>
{
    if (rows() == 0) return {};
    measure<Arch>(small, both);
    add_up<Arch>();
    return {scale_ * least_around_corner(0), scale_ * least_around_corner(1)};
}

} // namespace husk::detail
