// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/box_bounds.hpp>
#include <husk/kernel/least_places.hpp>

#include <limits>

namespace husk::detail {

/// The places of a block that differ from what is laid by nearly the least, found without looking at all of
/// them closely: what boxes tell is enough for most.
template <class Measure>
class near_search {
public:
    using cost = typename Measure::cost;
    static constexpr std::size_t stretch = 256;
    static constexpr cost never = std::numeric_limits<cost>::max();

    /// Takes its memory, or counts it.
    near_search(arena& memory, picture_sizes const& exemplars, int channels, int block, int width) :
        width_(width), bytes_(memory, exemplars, channels),
        bounds_(memory, exemplars, channels, channels, block, width,
                width >= 4   ? 4
                : width >= 2 ? 2
                             : 1),
        laid_(memory, block, width, channels)
    {
        row_ = memory.take<std::uint16_t>(
            static_cast<std::size_t>((exemplars.widest() + bounds_.side()) * channels));
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
    int width_; ///< of the overlaps
    byte_pictures bytes_;
    box_bounds<Measure> bounds_;
    laid_bytes laid_;
    std::span<std::uint16_t> row_; // sums of a few rows, as many as a box is high
};

template <class Measure>
template <class Arch, class Level>
void near_search<Measure>::fill(Level const& level)
{
    bytes_.template fill<Arch>(level);
    bounds_.template fill<Arch>([&](std::size_t e, int y, auto* to) {
        auto const size = bytes_.sizes()[e];
        int const channels = bytes_.channels(), side = bounds_.side();
        std::fill(row_.begin(), row_.end(), std::uint16_t{0}); // what a box at the border sees, too
        for (int j = y; j < std::min(y + side, size.height); ++j) {
            auto const* const bytes = bytes_.at(e, {0, j});
            for (std::size_t i = 0; i < static_cast<std::size_t>(size.width * channels); ++i)
                row_[i] = static_cast<std::uint16_t>(row_[i] + bytes[i]);
        }
        for (auto const* first = row_.data(); first < row_.data() + size.width * channels; ++first) {
            int sum = 0;
            for (int i = 0; i < side; ++i) sum += first[i * channels];
            *to++ = bounds_.template of_box<Arch>(sum);
        }
    });
}

template <class Measure>
template <class Arch, class Laid, class Counts>
auto near_search<Measure>::costs(extent block, bool has_left, bool has_top, Laid const& laid,
                                 int tolerance_q10, Counts const& counts, std::span<cost> out) -> cost
{
    overlap_parts const o(block, width_, has_left, has_top);
    auto const all = places_of(block);
    laid_.template read<Arch>(o, laid);
    bounds_.template write<Arch>(
        block, o, [&](std::size_t part, rect const& box) { return laid_.template box_sums<Arch>(part, box); },
        out);
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
