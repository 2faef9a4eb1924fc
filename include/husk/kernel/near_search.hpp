// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/laid_bytes.hpp>
#include <husk/kernel/sweep.hpp>

#include <limits>

namespace husk::detail {

/// The places of a block whose sum of absolute differences to what is laid is nearly the least, found without
/// computing it everywhere: the difference of two boxes' sums is never more than the sum of their pixels'
/// differences (Li and Salari, "Successive Elimination Algorithm for Motion Estimation", 1995). So a sweep
/// over the means of boxes bounds the cost of every place from below, and few are left to be looked at.
class near_search {
public:
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

    /// Takes its memory, or counts it.
    near_search(arena& memory, std::span<extent const> exemplars, int channels, int block, int width) :
        width_(width), side_(std::clamp(width, 1, 4)), bytes_(memory, exemplars, channels),
        means_(memory, exemplars, channels, side_), taps_(memory, block, width, channels),
        laid_(memory, block, width, channels)
    {
        int widest = 0;
        for (auto const& e : exemplars) widest = std::max(widest, e.width);
        row_ = memory.take<std::uint16_t>(static_cast<std::size_t>(widest * channels));
    }

    /// Takes the exemplars' levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level);

    auto places_of(extent block) const -> places { return {bytes_.sizes(), block}; }

    /// Writes a number for each of places_of(block): where the cost is at most (1 + tolerance) times the
    /// least, it is the cost; elsewhere more than that, but at most the cost. laid(x, y, channel) is what
    /// lies at x and y from the block's corner. A place that would be the least yet, but for which
    /// counts(exemplar, point, cost) does not hold, is out of the contest, and its number `never`.
    template <class Arch, class Laid, class Counts>
    void costs(extent block, bool has_left, bool has_top, Laid const& laid, int tolerance_q10,
               Counts const& counts, std::span<std::uint32_t> out);

private:
    /// Writes a lower bound of each place's cost.
    template <class Arch>
    void bounds(extent block, overlap_parts const& o, std::span<std::uint32_t> out);

    int width_, side_; ///< of the overlaps, and of the boxes
    byte_pictures bytes_;
    lane_pictures<std::uint8_t, 8> means_; ///< of the box that begins at each pixel, rounded down
    laid_taps<std::uint8_t, 8> taps_;
    laid_bytes laid_;
    std::span<std::uint16_t> row_;
};

template <class Arch, class Level>
void near_search::fill(Level const& level)
{
    bytes_.fill<Arch>(level);
    int const channels = bytes_.channels();
    for (std::size_t e = 0; e < bytes_.sizes().size(); ++e) {
        auto const size = bytes_.sizes()[e];
        auto const length = size.width * channels;
        for (int y = 0; y + side_ <= size.height; ++y) {
            std::fill(row_.begin(), row_.end(), std::uint16_t{0});
            for (int j = 0; j < side_; ++j) {
                auto const* const bytes = bytes_.at(e, {0, y + j});
                for (int i = 0; i < length; ++i) row_[static_cast<std::size_t>(i)] += bytes[i];
            }
            means_.put_row<Arch>(e, y, [&](int x, int c) {
                int sum = 0; // of a box that reaches past the border: something that is never looked at
                for (int i = x; i < std::min(x + side_, size.width); ++i)
                    sum += row_[static_cast<std::size_t>(i * channels + c)];
                return sum / (side_ * side_);
            });
        }
        for (int y = std::max(size.height - side_ + 1, 0); y < size.height; ++y)
            means_.put_row<Arch>(e, y, [](int, int) { return 0; });
    }
    means_.finish<Arch>();
}

/// Rounding down may have added almost one to the difference of two means, but only where they differ.
template <class Arch>
void near_search::bounds(extent block, overlap_parts const& o, std::span<std::uint32_t> out)
{
    taps_.clear();
    int const area = side_ * side_;
    std::int64_t rounding = 0;
    for (std::size_t i = 0; i < o.parts.size(); ++i) {
        auto const& part = o.parts[i];
        extent const boxes{part.size.width / side_, part.size.height / side_};
        rounding += boxes.area() * bytes_.channels() * (area - 1);
        taps_.add<Arch>(part.at, boxes, bytes_.channels(), [&](int x, int y, int c) {
            return laid_.box_sum<Arch>(i, {{x * side_, y * side_}, {side_, side_}}, c) / area;
        });
    }
    sweep<byte_distances<Arch>>(
        means_, taps_, places_of(block),
        [&](std::size_t, point, std::size_t number, std::uint64_t const* sums, int n) {
            for (int i = 0; i < n; ++i)
                out[number + static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(
                    std::max<std::int64_t>(static_cast<std::int64_t>(sums[i]) * area - rounding, 0));
        });
}

template <class Arch, class Laid, class Counts>
void near_search::costs(extent block, bool has_left, bool has_top, Laid const& laid, int tolerance_q10,
                        Counts const& counts, std::span<std::uint32_t> out)
{
    overlap_parts const o(block, width_, has_left, has_top);
    auto const all = places_of(block);
    laid_.read<Arch>(o, laid);
    bounds<Arch>(block, o, out);
    std::uint32_t least = never, limit = never - 1;
    auto const look = [&](std::size_t number) {
        auto const place = all.at(number);
        auto const cost = laid_.distance<Arch>(bytes_, place);
        out[number] = cost;
        if (cost >= least) return;
        if (!counts(place.exemplar, place.at, cost)) {
            out[number] = never;
            return;
        }
        least = cost;
        limit = static_cast<std::uint32_t>(
            cost + (std::uint64_t{cost} * static_cast<std::uint32_t>(tolerance_q10) >> 10));
    };
    // The most promising one first, so that most others need not be looked at.
    if (!out.empty()) look(static_cast<std::size_t>(std::min_element(out.begin(), out.end()) - out.begin()));
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i] <= limit) look(i);
}

} // namespace husk::detail
