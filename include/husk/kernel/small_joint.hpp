// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/seam.hpp>
#include <husk/kernel/small_strips.hpp>
#include <husk/simd/neighbour.hpp>
#include <husk/simd/pieces.hpp>

namespace husk::detail {

/// A joint in small, to guess what the cheapest cuts of candidates cost, two of them at a time: a row of both
/// strips of both is 32 lanes.
class small_joint {
public:
    static constexpr int columns = small_strips::columns, row_words = small_strips::row_words;
    static constexpr int together = 2, row_halves = row_words * together;

    small_joint(arena& memory, int block, int overlap) : laid(memory, block, overlap)
    {
        auto const rows = static_cast<std::size_t>(laid.reduced(block));
        auto const halves = [&](std::size_t n) { return memory.take<std::int16_t>(n * row_halves).data(); };
        edges_ = halves(rows), inside_ = halves(rows), distance_ = halves(rows), price_ = halves(rows);
        total_ = halves(rows + 1);
        for (std::size_t i = 0; i < walls_.size(); ++i) {
            auto const j = static_cast<int>(i) % columns;
            walls_[i] = j >= 1 && j < laid.width() ? std::int16_t{0} : seam::never;
            end_[i] = j == columns - 1 ? seam::never : std::int16_t{0};
        }
    }

    small_strips laid;

    /// Reads what is laid under a block, in small: the words from its corner on, in rows that are `pitch`
    /// apart.
    template <class Arch>
    void read(guide const& small, rect const& place, std::uint32_t const* laid_words, int pitch);

    /// Guesses what the cheapest cut costs, for two candidates.
    template <class Arch>
    auto guess(guide const& small, std::array<spot, together> const& both) -> std::array<int, together>;

private:
    template <class Arch>
    void measure(guide const& small, std::array<spot, together> const& both);
    template <class Arch>
    void add_up();
    auto least_around_corner(int which) const -> int;

    std::int16_t *edges_, *inside_, *distance_, *price_, *total_;
    alignas(64) std::array<std::int16_t, row_halves> walls_, end_;
};

template <class Arch>
void small_joint::read(guide const& small, rect const& place, std::uint32_t const* laid_words, int pitch)
{
    auto const before = laid.lengths();
    laid.template read<Arch>(place, laid_words, pitch);
    distance_to<Arch> const distance(small.cap());
    constexpr int step = static_cast<int>(simd::lanes<std::int16_t, Arch>);
    for (int r = 0; r < laid.rows(); ++r) {
        for (int i = 0; i < 2 * together && before != laid.lengths(); ++i)
            std::fill_n(inside_ + r * row_halves + i * columns, columns,
                        r < laid.lengths()[static_cast<std::size_t>(i % 2)] ? std::int16_t{-1}
                                                                            : std::int16_t{0});
        for (int i = 0; i < row_halves; i += step) {
            auto const pixels = [&](int from) {
                using words = simd::batch<std::uint32_t, Arch>;
                auto const* const w = laid.row(r) + from % row_words;
                return distance(words::load_unaligned(w), words::load_unaligned(w - 1));
            };
            simd::narrow<Arch>(pixels(i), pixels(i + step / 2)).store_unaligned(edges_ + r * row_halves + i);
        }
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
        auto const first = guide::index(layout, p, laid.in_small(both[i / 2].at));
        strips[i] = {small.words(layout) + first, small.edges(layout) + first, guide::stride(layout, p),
                     laid.lengths()[i % 2]};
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
                                words::load_unaligned(laid.row(r) + from % row_words));
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
            xsimd::sadd(simd::greater<Arch>(m - hidden, m >> 2) & inside,
                        halves::load_aligned(walls_.data() + i))
                .store_unaligned(price_ + here(i));
        }
        for (auto& s : strips) s.words += s.stride, s.edges += s.stride;
    };
    // Where one strip is shorter, its last row is read again, and does not count.
    auto const [shorter, longer] = std::minmax(laid.lengths()[0], laid.lengths()[1]);
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
        for (int r = laid.rows() - 1; r >= 0; --r) {
            auto const aside = halves::load_unaligned(distance_ + r * row_halves + i) >> 3;
            auto const from_left = simd::left_neighbour<Arch>(xsimd::sadd(total, aside));
            auto const from_right =
                xsimd::sadd(simd::greater<Arch>(simd::right_neighbour<Arch>(total), end), aside);
            total = xsimd::sadd(halves::load_unaligned(price_ + r * row_halves + i),
                                simd::lesser<Arch>(total, simd::lesser<Arch>(from_left, from_right)));
            total.store_unaligned(total_ + r * row_halves + i);
        }
    }
}

inline auto small_joint::least_around_corner(int which) const -> int
{
    auto const* const left = total_ + which * 2 * columns;
    auto const* const top = left + columns;
    int least = std::numeric_limits<int>::max();
    if (laid.lengths()[0] == 0) return *std::min_element(top + 1, top + laid.width());
    if (laid.lengths()[1] == 0) return *std::min_element(left + 1, left + laid.width());
    for (int y = 1; y < laid.width(); ++y)
        for (int x = 1; x < laid.width(); ++x)
            least = std::min(least, left[y * row_halves + x] + top[x * row_halves + y]);
    return least;
}

template <class Arch>
auto small_joint::guess(guide const& small, std::array<spot, together> const& both)
    -> std::array<int, together>
{
    if (laid.rows() == 0) return {};
    measure<Arch>(small, both);
    add_up<Arch>();
    return {laid.scale() * least_around_corner(0), laid.scale() * least_around_corner(1)};
}

} // namespace husk::detail
