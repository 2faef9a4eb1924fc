// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/guide.hpp>
#include <husk/kernel/place_lanes.hpp>
#include <husk/simd/tail.hpp>

namespace husk::detail {

/// How often each part of the exemplars has been shown so far, counted in cells of 4x4 pixels, and what it
/// costs to show a window again.
class usage {
public:
    static constexpr int side = 4; ///< of a cell, in pixels
    /// Counts beyond this are not told apart: 2^13 squares fit a lane of 32 bits.
    static constexpr std::uint32_t most = 511;

    usage(arena& memory, std::span<exemplar const> exemplars)
    {
        parts_ = memory.take<part>(exemplars.size());
        int cells = 0;
        std::size_t widest = 0;
        for (std::size_t e = 0; e < exemplars.size(); ++e) {
            auto const [w, h] = exemplars[e].window.size;
            extent const size{(w + side - 1) / side, (h + side - 1) / side};
            if (!parts_.empty()) parts_[e] = {.size = size, .pitch = size.width + lanes, .first = cells};
            cells += (size.width + lanes) * (size.height + 1);
            widest = std::max(widest, static_cast<std::size_t>(size.width));
        }
        auto const n = static_cast<std::size_t>(cells + lanes);
        counts_ = memory.take<std::uint32_t>(n).data();
        above_ = memory.take<std::uint32_t>(n).data();
        prices_ = memory.take<std::uint32_t>(n).data();
        row_ = memory.take<std::uint32_t>(widest + 2 * most_cells).data();
        if (row_ == nullptr) return;
        for (auto* all : {counts_, above_, prices_}) std::fill_n(all, n, 0u);
        std::fill_n(row_, widest + 2 * most_cells, 0u);
    }

    /// Windows of this size will be asked for.
    template <class Arch>
    void look_at(extent window);

    /// The sum of the squared counts in such a window of exemplar e, moved to the nearest cells, and what it
    /// would be if the whole exemplar had been shown evenly: without that, an exemplar that fits nowhere else
    /// could be used up block by block. In pixels.
    auto price(std::size_t e, point at) const -> std::int64_t
    {
        auto const& p = parts_[e];
        return side * side * (prices_[index(p, cell_at(p, at))] + p.share);
    }

    /// The prices of many windows, which begin this far from the places, in cells instead of pixels. There is
    /// room for a few more of them.
    template <class Arch>
    void prices(place_lanes const& all, point by, std::uint32_t* out) const;

    /// One more place shows such a window of exemplar e.
    template <class Arch>
    void show(std::size_t e, point at);

private:
    static constexpr int lanes = 16; ///< the most 32-bit lanes of any register, which may reach past a row
    static constexpr int most_cells = 68; ///< of a window's side, and a register

    struct part {
        extent size; // in cells
        int pitch, first;
        std::int64_t seen = 0;  // the sum of the counts
        extent window{0, 0};    // in cells
        point last{};           // where it can begin
        std::int64_t share = 0; // what a window's sum of squares would be
    };

    static auto even_share(part const& p) -> std::int64_t
    {
        auto const n = p.size.area(), seen = std::min<std::int64_t>(p.seen, std::int64_t{most} * n);
        return p.window.area() * seen / n * seen / n;
    }
    /// The first cell of a window.
    static auto cell_at(part const& p, point at) -> point
    {
        auto const nearest = [](int v) {
            return static_cast<int>(static_cast<unsigned>(v + side / 2) / side);
        };
        return {std::min(nearest(at.x), p.last.x), std::min(nearest(at.y), p.last.y)};
    }
    static auto index(part const& p, point cell) -> int { return p.first + cell.y * p.pitch + cell.x; }

    template <class Arch>
    void sum_up(part const& p, int from, int to);

    std::span<part> parts_;
    std::uint32_t *counts_, *prices_, *row_;
    std::uint32_t* above_; // sums of squares down the columns: a row more, of zeros
};

template <class Arch>
void usage::look_at(extent window)
{
    auto const cells = [](int length) { return std::max(1, (length + side / 2) / side); };
    for (auto& p : parts_) {
        extent const w{std::min(cells(window.width), p.size.width),
                       std::min(cells(window.height), p.size.height)};
        if (w != p.window) {
            p.window = w, p.last = {p.size.width - w.width, p.size.height - w.height};
            sum_up<Arch>(p, 0, p.last.y);
        }
        p.share = even_share(p);
    }
}

/// The prices of windows that begin in rows `from` to `to`.
template <class Arch>
void usage::sum_up(part const& p, int from, int to)
{
    using words = simd::batch<std::uint32_t, Arch>;
    constexpr int step = static_cast<int>(words::size);
    for (int y = from; y <= to; ++y) {
        auto const* const top = above_ + index(p, {0, y});
        auto const* const bottom = top + p.window.height * p.pitch;
        for (int x = 0; x < p.size.width; x += step)
            (words::load_unaligned(bottom + x) - words::load_unaligned(top + x)).store_unaligned(row_ + x);
        for (int x = 0; x <= p.last.x; x += step) {
            auto sum = words::load_unaligned(row_ + x);
            for (int k = 1; k < p.window.width; ++k) sum += words::load_unaligned(row_ + x + k);
            sum.store_unaligned(prices_ + index(p, {x, y}));
        }
    }
}

template <class Arch>
void usage::prices(place_lanes const& all, point by, std::uint32_t* out) const
{
    using ints = simd::batch<std::int32_t, Arch>;
    alignas(64) std::array<std::int32_t, ints::size> cells, shares;
    for (std::size_t i = 0; i < all.count; i += ints::size) {
        auto const e = ints::load_unaligned(all.exemplar.data() + i);
        auto const each = [&](auto const& of) {
            return of_exemplars<Arch>(e, parts_.size(), [&](std::size_t k) { return of(parts_[k]); });
        };
        auto const cell = [](ints const& at, int from, ints const& last) {
            return xsimd::min((at + (from + side / 2)) >> 2, last);
        };
        auto const x = cell(ints::load_unaligned(all.x.data() + i), by.x,
                            each([](part const&p) { return p.last.x; })),
                   y = cell(ints::load_unaligned(all.y.data() + i), by.y,
                            each([](part const&p) { return p.last.y; }));
        (x + y * each([](part const& p) { return p.pitch; }) + each([](part const& p) {
             return p.first;
         })).store_aligned(cells.data());
        each([](part const& p) { return p.share; }).store_aligned(shares.data());
        for (std::size_t k = 0; k < ints::size && i + k < all.count; ++k)
            out[i + k] = prices_[cells[k]] + static_cast<std::uint32_t>(shares[k]);
    }
}

template <class Arch>
void usage::show(std::size_t e, point at)
{
    using words = simd::batch<std::uint32_t, Arch>;
    auto& p = parts_[e];
    auto const first = cell_at(p, at);
    p.seen += p.window.area();
    int const right = first.x + p.window.width, bottom = first.y + p.window.height;
    for (int y = first.y; y < bottom; ++y)
        for (int x = first.x; x < right; ++x) ++counts_[index(p, {x, y})];
    // The columns' sums follow; a register that reaches past a row's end meets cells that nobody counts.
    for (int y = first.y; y < p.size.height; ++y)
        for (int x = first.x; x < right; x += static_cast<int>(words::size)) {
            auto const i = index(p, {x, y});
            auto const n = xsimd::min(words::load_unaligned(counts_ + i), words(most));
            (words::load_unaligned(above_ + i) + n * n).store_unaligned(above_ + i + p.pitch);
        }
    sum_up<Arch>(p, std::max(0, first.y - p.window.height + 1), std::min(p.last.y, bottom - 1));
}

} // namespace husk::detail
