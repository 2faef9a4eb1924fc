// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/box_bounds.hpp>
#include <husk/kernel/few_best.hpp>
#include <husk/kernel/halved.hpp>
#include <husk/kernel/laid_pieces.hpp>
#include <husk/kernel/least_places.hpp>

namespace husk::detail {

/// The places of a block that differ least from what is laid, at half the resolution: by absolute
/// differences, found without looking at all of them closely.
class coarse_search {
public:
    /// Takes its memory, or counts it: for up to `most` places.
    coarse_search(arena& memory, std::span<exemplar const> exemplars, int channels, int block, int width,
                  std::size_t most) :
        width_(width),
        half_(memory, exemplars, channels, 2), bounds_(memory, exemplars, channels, channels == 1 ? 1 : 4,
                                                       half(block), half(width), half(width) > 1 ? 2 : 1, 2),
        best_(memory, most), pieces_(memory, half(block), half(width)),
        bounds_of_places_(memory.take<std::uint32_t>(static_cast<std::size_t>(half_.pixels()))),
        columns_(memory.take<std::uint32_t>((most + 63) / 64 * 64))
    {
        auto const n = static_cast<std::size_t>(half(block) * half(block));
        laid_ = {memory.take<std::uint32_t>(n).data(), half(block)};
    }

    template <class Arch>
    void fill(word_pictures const& whole);

    /// The numbers of the best of places_of(block), by cost and number: as many as there is room for. `laid`
    /// begins at the block's corner.
    template <class Arch>
    auto best(extent block, bool has_left, bool has_top, word_rows<std::uint32_t const> laid)
        -> few_best const&;

    /// All places of the half of a block in the halves of the exemplars.
    auto places_of(extent block) const -> places { return bounds_.places_of(half(block)); }

private:
    static constexpr int at_once = 4; ///< registers of columns

    template <class Arch>
    void read(extent block, overlap_parts const& o, word_rows<std::uint32_t const> laid);
    template <class Arch>
    void bound(extent block, overlap_parts const& o, std::span<std::uint32_t> costs);
    template <class Arch>
    auto promising(std::span<std::uint32_t const> costs) -> std::uint32_t;

    int width_; ///< of the overlaps
    word_pictures half_;
    box_bounds<near_distances> bounds_;
    few_best best_;
    laid_pieces pieces_;
    std::span<std::uint32_t> bounds_of_places_;
    std::span<std::uint32_t> columns_; // least bounds
    word_rows<std::uint32_t> laid_;    // what is laid, at half the resolution
};

template <class Arch>
void coarse_search::fill(word_pictures const& whole)
{
    half_.reduce<Arch>(whole);
    bounds_.fill<Arch>([&](std::size_t e, int y, std::uint8_t* to) {
        auto const size = half_.parts()[e].size;
        auto const rows = half_.rows(e);
        auto const *const top = rows.row(y), *const bottom = rows.row(std::min(y + 1, size.height - 1));
        auto const write = [&](auto elements) {
            for (int x = 0; x < size.width; ++x) {
                auto const box =
                    bounds_.side() == 1 ? top[x] : cut_mean_of(top[x], top[x + 1], bottom[x], bottom[x + 1]);
                for (int c = 0; c < elements; ++c)
                    to[x * elements + c] = static_cast<std::uint8_t>(box >> 8 * c);
            }
        };
        half_.channels() == 1 ? write(std::integral_constant<int, 1>{})
                              : write(std::integral_constant<int, 4>{});
    });
}

template <class Arch>
void coarse_search::read(extent block, overlap_parts const& o, word_rows<std::uint32_t const> laid)
{
    halve<Arch>(laid, {block.width, std::min(width_, block.height)}, o.parts[0], laid_);
    halve<Arch>(laid, {std::min(width_, block.width), block.height}, o.parts[1], laid_);
    pieces_.read<Arch>(o, {laid_.data, laid_.pitch});
}

template <class Arch>
void coarse_search::bound(extent block, overlap_parts const& o, std::span<std::uint32_t> costs)
{
    auto const sums = [&](std::size_t part, rect const& box) -> std::array<int, 4> {
        auto const in = laid_.from(o.parts[part].at + box.at);
        constexpr std::uint32_t low = 0x00ff00ff;
        std::uint32_t even = 0, odd = 0; // two sums in each, of at most four bytes
        for (int y = 0; y < box.size.height; ++y)
            for (int x = 0; x < box.size.width; ++x)
                even += in.row(y)[x] & low, odd += in.row(y)[x] >> 8 & low;
        auto const number = [](std::uint32_t n) { return static_cast<int>(n); };
        return {number(even & 0xffff), number(odd & 0xffff), number(even >> 16), number(odd >> 16)};
    };
    bounds_.write<Arch>(half(block), o, sums, costs);
}

/// A cost that enough places do not exceed, and not many more of them: that of the worst of columns, each the
/// least of every n-th.
template <class Arch>
auto coarse_search::promising(std::span<std::uint32_t const> costs) -> std::uint32_t
{
    using words = simd::words<Arch>;
    auto n = columns_.size();
    auto const rows = costs.size() / n; // what is left is in no column
    if (rows == 0) return ~0u;
    for (std::size_t first = 0; first < n; first += at_once * words::lanes) {
        words least[std::size_t{at_once}];
        auto const each = [&](auto const& f) {
            unrolled<at_once>([&](auto k) __attribute__((always_inline)) {
                f(least[k], first + std::size_t{k * words::lanes});
            });
        };
        each([](words& w, std::size_t) { w = words(~0u); });
        for (std::size_t row = 0; row < rows; ++row)
            each([&](words& w, std::size_t k) { w = lesser(w, words::load(&costs[row * n + k])); });
        each([&](words& w, std::size_t k) { w.store(&columns_[k]); });
    }
    for (; n % 2 == 0 && n / 2 >= best_.most(); n /= 2)
        for (std::size_t i = 0; i < n / 2; ++i) columns_[i] = std::min(columns_[i], columns_[i + n / 2]);
    return *std::max_element(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(n));
}

/// The most promising ones first, so that most others need not be looked at.
template <class Arch>
auto coarse_search::best(extent block, bool has_left, bool has_top, word_rows<std::uint32_t const> laid)
    -> few_best const&
{
    overlap_parts const o(half(block), half(width_), has_left, has_top);
    auto const all = places_of(block);
    auto const bounds = bounds_of_places_.first(all.count());
    read<Arch>(block, o, laid);
    bound<Arch>(block, o, bounds);
    best_.clear();
    if (best_.most() == 0) return best_;
    auto const look = [&](std::size_t number, spot const& place) {
        if (!best_.wants(bounds[number], number)) return;
        auto const there = half_.rows(static_cast<std::size_t>(place.exemplar));
        pieces_.aim<Arch>(there.pitch);
        best_.offer(pieces_.distance<Arch>(there.from(place.at).data), number);
    };
    auto const first = promising<Arch>(bounds);
    for_each_at_most<Arch>(all, std::span<std::uint32_t const>(bounds), first, look);
    auto limit = best_.limit();
    for_each_at_most<Arch>(all, std::span<std::uint32_t const>(bounds), limit,
                           [&](std::size_t number, spot const& place) {
                               if (bounds[number] <= first) return;
                               look(number, place);
                               limit = best_.limit();
                           });
    return best_;
}

} // namespace husk::detail
