// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/mismatch.hpp>
#include <husk/kernel/seam.hpp>

namespace husk::detail {

/// Where a block joins what is laid: a strip at its left, one at its top, or both, and the cuts through them.
/// With an overlap under two pixels there is nothing to cut, and blocks lie side by side.
class joint {
public:
    joint(arena& memory, quilt_rules const& rules) :
        overlap_(rules.overlap), left_(memory, rules.block, rules.overlap, 0),
        top_(memory, rules.block, rules.overlap, 1), turned_pitch_(left_.laid.pitch())
    {
        auto const n = static_cast<std::size_t>(turned_pitch_ * (overlap_ + 1) + guide::slack);
        turned_ = memory.take<std::int16_t>(n).data();
        if (turned_ != nullptr) std::fill_n(turned_, n, seam::never);
    }

    /// Reads what is laid under a block: the words from its corner on, in rows that are `pitch` apart.
    template <class Arch>
    void read(guide const& g, rect const& place, std::uint32_t const* laid, int pitch)
    {
        has_left_ = place.at.x > 0 && overlap_ >= 2;
        has_top_ = place.at.y > 0 && overlap_ >= 2;
        size_ = place.size;
        if (has_left_) left_.laid.lay<Arch>(g, size_.height, laid, pitch);
        if (has_top_) top_.laid.lay<Arch>(g, size_.width, laid, pitch);
    }

    /// How many pixels the strips have in common with the block, the corner counted once; at least one.
    auto pixels() const -> std::int64_t
    {
        if (!has_left_ && !has_top_) return 1;
        return std::int64_t{has_left_ ? overlap_ : 0} * size_.height +
               std::int64_t{has_top_ ? overlap_ : 0} * (size_.width - (has_left_ ? overlap_ : 0));
    }

    /// The squared differences over the whole overlap.
    template <class Arch>
    auto squares(guide const& g, guide::part const& p, point at) const -> std::int64_t
    {
        return (has_left_ ? squared_mismatch<Arch>(g, left_.laid, p, at, 0) : 0) +
               (has_top_ ? squared_mismatch<Arch>(g, top_.laid, p, at, has_left_ ? overlap_ : 0) : 0);
    }

    /// The absolute differences over the whole overlap.
    template <class Arch>
    auto distances(guide const& g, guide::part const& p, point at) const -> std::int64_t
    {
        return (has_left_ ? absolute_mismatch<Arch>(g, left_.laid, p, at, 0) : 0) +
               (has_top_ ? absolute_mismatch<Arch>(g, top_.laid, p, at, has_left_ ? overlap_ : 0) : 0);
    }

    auto has_left() const -> bool { return has_left_; }
    auto has_top() const -> bool { return has_top_; }
    /// Whether a candidate that agrees with every pixel of the overlap is a copy.
    template <class Arch>
    auto tells_copies() const -> bool
    {
        return (has_left_ || has_top_) && !flat<Arch>();
    }

    /// Whether a candidate agrees with every pixel of an overlap that is not all one colour.
    template <class Arch>
    auto copied_by(guide const& g, guide::part const& p, point at) const -> bool
    {
        return (has_left_ || has_top_) && (!has_left_ || identical<Arch>(g, left_.laid, p, at)) &&
               (!has_top_ || identical<Arch>(g, top_.laid, p, at)) && !flat<Arch>();
    }

    /// The cost of the cheapest cut; the two cuts of a corner end where they meet.
    template <class Arch>
    auto cut(guide const& g, guide::part const& p, point at) -> std::int64_t;

    /// Writes that cut as mosaic::cuts wants it, and says whether there is one.
    template <class Arch>
    auto follow(guide const& g, guide::part const& p, point at, extent size, std::uint16_t* columns,
                std::uint16_t* rows) -> bool
    {
        std::fill_n(columns, size.height, std::uint16_t{0});
        std::fill_n(rows, size.width, std::uint16_t{0});
        if (!has_left_ && !has_top_) return false;
        auto const [x, y] = meeting<Arch>(cut<Arch>(g, p, at));
        if (has_left_) left_.follow<Arch>(y, x, columns);
        if (has_top_) top_.follow<Arch>(x, y, rows);
        return true;
    }

private:
    template <class Arch>
    auto least_around_corner() -> std::int64_t;
    template <class Arch>
    auto meeting(std::int64_t least) const -> point;
    template <class Arch>
    auto flat() const -> bool
    {
        auto const first = has_left_ ? *left_.laid.words() : *top_.laid.words();
        for (strip const* s : {has_left_ ? &left_.laid : nullptr, has_top_ ? &top_.laid : nullptr})
            for (int r = 0; s != nullptr && r < s->length(); ++r)
                if (!std::all_of(s->words() + r * s->pitch(), s->words() + r * s->pitch() + s->width(),
                                 [&](auto word) { return word == first; }))
                    return false;
        return true;
    }

    int overlap_;
    seam left_, top_;
    bool has_left_ = false, has_top_ = false;
    extent size_;
    std::int16_t* turned_; // the top strip's totals, the way the left strip's lie
    int turned_pitch_;
};

template <class Arch>
auto joint::cut(guide const& g, guide::part const& p, point at) -> std::int64_t
{
    if (has_left_ && has_top_) {
        seam::price<Arch>(left_, top_, g, p, at);
        return least_around_corner<Arch>();
    }
    if (has_left_) left_.price<Arch>(g, p, at);
    if (has_top_) top_.price<Arch>(g, p, at);
    return has_left_ ? left_.least(0) : has_top_ ? top_.least(0) : 0;
}

/// The least sum of a cut down the left strip to row y, arriving at column x, and one along the top strip to
/// column x, arriving at row y.
template <class Arch>
auto joint::least_around_corner() -> std::int64_t
{
    using halves = simd::batch<std::int16_t, Arch>;
    halves least(seam::never);
    for (int x = 1; x < overlap_; ++x)
        for (int y = 1; y < overlap_; ++y)
            turned_[y * turned_pitch_ + x] = static_cast<std::int16_t>(top_.total(x, y));
    for (int y = 1; y < overlap_; ++y)
        for (int x = 0; x < overlap_; x += static_cast<int>(halves::size))
            least = simd::lesser<Arch>(least,
                                       xsimd::sadd(halves::load_unaligned(left_.totals(y) + x),
                                                   halves::load_unaligned(turned_ + y * turned_pitch_ + x)));
    alignas(64) std::int16_t lane[halves::size];
    least.store_aligned(lane);
    return *std::min_element(lane, lane + halves::size);
}

/// Where the cheapest cuts meet: the first place of the least cost, row by row.
template <class Arch>
auto joint::meeting(std::int64_t least) const -> point
{
    using halves = simd::batch<std::int16_t, Arch>;
    halves const wanted(static_cast<std::int16_t>(least));
    if (!has_left_ || !has_top_) {
        auto const* const totals = (has_left_ ? left_ : top_).totals(0);
        auto const j = static_cast<int>(std::find(totals + 1, totals + overlap_ - 1, least) - totals);
        return has_left_ ? point{j, 0} : point{0, j};
    }
    for (int y = 1; y < overlap_; ++y)
        for (int x = 0; x < overlap_; x += static_cast<int>(halves::size)) {
            auto const sums = xsimd::sadd(halves::load_unaligned(left_.totals(y) + x),
                                          halves::load_unaligned(turned_ + y * turned_pitch_ + x));
            if (!xsimd::any(sums == wanted)) continue;
            for (int i = std::max(x, 1); i < std::min(x + static_cast<int>(halves::size), overlap_); ++i)
                if (std::min<int>(left_.total(y, i) + top_.total(i, y), seam::never) == least) return {i, y};
        }
    return {1, 1};
}

} // namespace husk::detail
