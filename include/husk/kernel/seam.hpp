// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/strip.hpp>
#include <husk/simd/lesser.hpp>

#include <limits>

namespace husk::detail {

/// The cheapest cut through a strip, for one candidate at a time (Efros and Freeman's minimum error
/// boundary).
///
/// A cut passes each row r between columns j - 1 and j, 1 <= j < width. With D the distance of new to old at
/// a pixel, and g what new and old themselves change between the two columns, the row costs
///     max(m - g, m / 4), m = D(r, j - 1) + D(r, j):
/// a jump hides where there is an edge anyway. A step aside pays an eighth of the distance of the pixel it
/// goes round: were it more, cuts would run straight where nothing fits, and that an eye finds at once.
class seam {
public:
    static constexpr std::int16_t never = std::numeric_limits<std::int16_t>::max(); ///< sums saturate here

    seam(arena& memory, int longest, int width, int layout) : laid(memory, layout, longest, width)
    {
        auto const n = static_cast<std::size_t>((longest + 1) * laid.pitch() + 2 * guide::slack);
        distance_ = memory.take<std::int16_t>(n).data();
        price_ = memory.take<std::int16_t>(n).data();
        total_ = memory.take<std::int16_t>(n).data();
        wall_ = memory.take<std::int16_t>(static_cast<std::size_t>(laid.pitch() + guide::slack)).data();
        size_ = n;
        if (total_ != nullptr) raise_walls();
    }

    strip laid;

    /// Prices all cuts of the candidate at `at`.
    template <class Arch>
    void price(guide const& g, guide::part const& p, point at)
    {
        measure<Arch>(g, p, at);
        for (int r = laid.length() - 1; r >= 0; --r) add_up<Arch>(r);
    }
    /// Of two strips together, as each row waits for the one below it, and the strips do not wait for each
    /// other.
    template <class Arch>
    static void price(seam& a, seam& b, guide const& g, guide::part const& p, point at)
    {
        a.measure<Arch>(g, p, at);
        b.measure<Arch>(g, p, at);
        for (int r = std::max(a.laid.length(), b.laid.length()) - 1; r >= 0; --r) {
            if (r < a.laid.length()) a.add_up<Arch>(r);
            if (r < b.laid.length()) b.add_up<Arch>(r);
        }
    }

    /// The cheapest cut from the far end of the strip up to row r, arriving between columns j - 1 and j.
    auto total(int r, int j) const -> int { return row(total_, r)[j]; }

    auto totals(int r) const -> std::int16_t const* { return row(total_, r); }

    /// The cheapest of all cuts down to row r.
    auto least(int r) const -> int
    {
        auto const* const costs = row(total_, r);
        return *std::min_element(costs + 1, costs + laid.width());
    }

    /// Follows that cut: path[y] is its column in row y, straight on above row r. On a tie it goes straight,
    /// then left.
    template <class Arch>
    void follow(int r, int j, std::uint16_t* path) const;

private:
    auto row(std::int16_t* base, int r) const -> std::int16_t*
    {
        return base + guide::slack + r * laid.pitch();
    }

    /// No cut goes through column 0, nor through the width or beyond.
    void raise_walls()
    {
        std::fill_n(total_, size_, never);
        std::fill_n(distance_, size_, std::int16_t{0});
        for (int j = 0; j < laid.pitch() + guide::slack; ++j)
            wall_[j] = j >= 1 && j < laid.width() ? std::int16_t{0} : never;
    }

    template <class Arch>
    void measure(guide const& g, guide::part const& p, point at);
    template <class Arch>
    void add_up(int r);

    std::int16_t *distance_, *price_, *total_, *wall_;
    std::size_t size_;
};

/// D for all rows, then the price of crossing each: both without regard to other rows.
template <class Arch>
void seam::measure(guide const& g, guide::part const& p, point at)
{
    using halves = simd::batch<std::int16_t, Arch>;
    auto const stride = guide::stride(laid.layout(), p), first = guide::index(laid.layout(), p, at);
    distance_to<Arch> const distance(g.cap());
    for (int j = 0; j < laid.width(); j += static_cast<int>(halves::size)) {
        auto const* fresh = g.words(laid.layout()) + first + j;
        auto const* old = laid.words() + j;
        auto* d = row(distance_, 0) + j;
        for (int r = laid.length(); r > 0; --r, fresh += stride, old += laid.pitch(), d += laid.pitch())
            distance(fresh, old).store_unaligned(d);
    }
    for (int j = 0; j < laid.width(); j += static_cast<int>(halves::size)) {
        auto const* fresh_edges = g.edges(laid.layout()) + first + j;
        auto const* old_edges = laid.edges() + j;
        auto const wall = halves::load_unaligned(wall_ + j);
        auto const* d = row(distance_, 0) + j;
        auto* price = row(price_, 0) + j;
        for (int r = laid.length(); r > 0; --r) {
            auto const m = halves::load_unaligned(d - 1) + halves::load_unaligned(d);
            auto const hidden = halves::load_unaligned(fresh_edges) + halves::load_unaligned(old_edges);
            xsimd::sadd(simd::greater<Arch>(m - hidden, m >> 2), wall).store_unaligned(price);
            fresh_edges += stride, old_edges += laid.pitch(), d += laid.pitch(), price += laid.pitch();
        }
    }
    // Below the strip all is free, but the walls stand: a longer strip will need them again.
    std::fill_n(row(total_, laid.length()) + 1, laid.width() - 1, std::int16_t{0});
}

template <class Arch>
void seam::add_up(int r)
{
    using halves = simd::batch<std::int16_t, Arch>;
    auto const *const d = row(distance_, r), *const price = row(price_, r);
    auto* const total = row(total_, r);
    for (int j = 0; j < laid.width(); j += static_cast<int>(halves::size)) {
        auto const* const below = total + laid.pitch() + j;
        auto const from_left =
            xsimd::sadd(halves::load_unaligned(below - 1), halves::load_unaligned(d + j - 1) >> 3);
        auto const from_right =
            xsimd::sadd(halves::load_unaligned(below + 1), halves::load_unaligned(d + j) >> 3);
        auto const best =
            simd::lesser<Arch>(halves::load_unaligned(below), simd::lesser<Arch>(from_left, from_right));
        xsimd::sadd(halves::load_unaligned(price + j), best).store_unaligned(total + j);
    }
}

template <class Arch>
void seam::follow(int r, int j, std::uint16_t* path) const
{
    for (int y = 0; y <= r; ++y) path[y] = static_cast<std::uint16_t>(j);
    for (; r + 1 < laid.length(); ++r) {
        auto const* const below = row(total_, r + 1) + j;
        auto const* const d = row(distance_, r) + j;
        int const straight = below[0], left = std::min<int>(below[-1] + (d[-1] >> 3), never),
                  right = std::min<int>(below[1] + (d[0] >> 3), never);
        if (left < straight && left <= right) --j;
        else if (right < straight) ++j;
        path[r + 1] = static_cast<std::uint16_t>(j);
    }
}

} // namespace husk::detail
