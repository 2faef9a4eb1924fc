// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/least_places.hpp>
#include <husk/kernel/near_measures.hpp>

#include <bit>
#include <limits>

namespace husk::detail {

/// The places of a block that differ from what is laid by nearly the least, found without looking at all of
/// them closely: the difference of two boxes' sums is never more than the sum of their pixels' differences
/// (Li and Salari, "Successive Elimination Algorithm for Motion Estimation", 1995), and likewise for squares.
/// So a sweep over boxes bounds the cost of every place from below, and few are left to be looked at.
template <class Measure>
class near_search {
public:
    using cost = typename Measure::cost;
    static constexpr std::size_t stretch = 256;
    static constexpr cost never = std::numeric_limits<cost>::max();

    /// Takes its memory, or counts it.
    near_search(arena& memory, picture_sizes const& exemplars, int channels, int block, int width) :
        width_(width), side_(width >= 4   ? 4
                             : width >= 2 ? 2
                                          : 1),
        bytes_(memory, exemplars, channels), boxes_(memory, exemplars, channels, side_),
        taps_(memory, block, width, channels), laid_(memory, block, width, channels)
    {
        row_ = memory.take<std::uint16_t>(static_cast<std::size_t>((exemplars.widest() + side_) * channels));
    }

    /// Takes the exemplars' levels from level(exemplar, x, y, channel), 0 to 255.
    template <class Arch, class Level>
    void fill(Level const& level);

    auto places_of(extent block) const -> places { return {bytes_.sizes(), block}; }

    /// Writes a number for each of places_of(block): where the cost is at most (1 + tolerance) times the
    /// least, it is the cost; elsewhere more than that, but at most the cost. laid(x, y, channel) is what
    /// lies at x and y from the block's corner. A place that would be the least yet, but for which
    /// counts(exemplar, point, cost) does not hold, is out of the contest, and its number `never`. Returns
    /// the least, `never` if all are out.
    template <class Arch, class Laid, class Counts>
    auto costs(extent block, bool has_left, bool has_top, Laid const& laid, int tolerance_q10,
               Counts const& counts, std::span<cost> out) -> cost;

private:
    auto shift() const -> int { return 2 * std::countr_zero(static_cast<unsigned>(side_)); }

    /// Writes a lower bound of each place's cost.
    template <class Arch>
    void bounds(extent block, overlap_parts const& o, std::span<cost> out);

    int width_, side_; ///< of the overlaps, and of the boxes
    byte_pictures bytes_;
    lane_pictures<typename Measure::element, Measure::count> boxes_; ///< of the box that begins at each pixel
    laid_taps<typename Measure::element, Measure::count> taps_;
    laid_bytes laid_;
    std::span<std::uint16_t> row_; // sums of a few rows, as many as a box is high
};

template <class Measure>
template <class Arch, class Level>
void near_search<Measure>::fill(Level const& level)
{
    bytes_.template fill<Arch>(level);
    int const channels = bytes_.channels();
    for (std::size_t e = 0; e < bytes_.sizes().size(); ++e) {
        auto const size = bytes_.sizes()[e];
        for (int y = 0; y < size.height; ++y) {
            // A box that reaches past the border is something that is never looked at.
            std::fill(row_.begin(), row_.end(), std::uint16_t{0});
            for (int j = y; j < std::min(y + side_, size.height); ++j) {
                auto const* const bytes = bytes_.at(e, {0, j});
                for (std::size_t i = 0; i < static_cast<std::size_t>(size.width * channels); ++i)
                    row_[i] = static_cast<std::uint16_t>(row_[i] + bytes[i]);
            }
            boxes_.template put_row<Arch>(e, y, [&, bits = shift()](int x, int c) {
                auto const* const first = row_.data() + x * channels + c;
                int sum = 0;
                for (int i = 0; i < side_; ++i) sum += first[i * channels];
                return Measure::template of_box<Arch>(sum, bits);
            });
        }
    }
    boxes_.template finish<Arch>();
}

template <class Measure>
template <class Arch>
void near_search<Measure>::bounds(extent block, overlap_parts const& o, std::span<cost> out)
{
    taps_.clear();
    int boxes = 0;
    for (std::size_t i = 0; i < o.parts.size(); ++i) {
        extent const inside{o.parts[i].size.width / side_, o.parts[i].size.height / side_};
        boxes += static_cast<int>(inside.area()) * bytes_.channels();
        taps_.template add<Arch>(o.parts[i].at, inside, bytes_.channels(), [&](int x, int y, int c) {
            auto const sum = laid_.template box_sum<Arch>(i, {{x * side_, y * side_}, {side_, side_}}, c);
            return Measure::template of_box<Arch>(sum, shift());
        });
    }
    sweep<typename Measure::template compared<Arch>>(
        boxes_, taps_, places_of(block),
        [&](std::size_t, point, std::size_t number, auto const* sums, int n) {
            for (int i = 0; i < n; ++i)
                out[number + static_cast<std::size_t>(i)] = static_cast<cost>(sums[i]);
        });
    int const bits = shift();
    for (auto& c : out) c = Measure::template bound<Arch>(c, bits, boxes);
}

template <class Measure>
template <class Arch, class Laid, class Counts>
auto near_search<Measure>::costs(extent block, bool has_left, bool has_top, Laid const& laid,
                                 int tolerance_q10, Counts const& counts, std::span<cost> out) -> cost
{
    overlap_parts const o(block, width_, has_left, has_top);
    auto const all = places_of(block);
    laid_.template read<Arch>(o, laid);
    bounds<Arch>(block, o, out);
    cost least = never, limit = never - 1;
    auto const look = [&](std::size_t number, spot const& place) {
        auto const exact = out[number] = Measure::template exact<Arch>(laid_, bytes_, place);
        if (exact >= least) return;
        if (!counts(place.exemplar, place.at, exact)) {
            out[number] = never;
            return;
        }
        least = exact;
        auto const more = std::uint64_t{exact} * static_cast<std::uint32_t>(tolerance_q10) >> 10;
        limit = static_cast<cost>(std::min(exact + more, std::uint64_t{never} - 1));
    };
    // The most promising ones first, so that most others need not be looked at: the lowest of all, and those
    // of stretches.
    if (out.empty()) return never;
    std::span<cost const> const bounds = out;
    auto const first = place_of_least<Arch>(bounds);
    look(first, all.at(first));
    for (std::size_t i = 0; i < out.size(); i += stretch) {
        auto const next = i + place_of_least<Arch>(bounds.subspan(i, std::min(stretch, out.size() - i)));
        if (bounds[next] <= limit) look(next, all.at(next));
    }
    for_each_at_most<Arch>(all, bounds, limit, look);
    return least;
}

} // namespace husk::detail
