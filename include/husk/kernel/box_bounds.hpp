// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/near_measures.hpp>
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/sweep.hpp>

#include <bit>

namespace husk::detail {

/// What every place of a block costs at least: the difference of two boxes' sums is never more than the sum of
/// their pixels' differences (Li and Salari, "Successive Elimination Algorithm for Motion Estimation", 1995),
/// and likewise for squares. So a sweep over boxes leaves few places to be looked at closely.
template <class Measure>
class box_bounds {
public:
    using cost = typename Measure::cost;

    /// Takes its memory, or counts it: for pictures of 1/scale of these sizes, rounded up, and boxes of side x
    /// side pixels; side is a power of two.
    box_bounds(arena& memory, picture_sizes const& sizes, int channels, int block, int width, int side,
               int scale = 1) :
        side_(side),
        boxes_(memory, sizes, channels, side, scale), taps_(memory, block, width, channels)
    {
        auto const widest = (sizes.widest() + scale - 1) / scale;
        row_ = memory.take<std::uint16_t>(static_cast<std::size_t>((widest + side) * channels));
    }

    auto side() const -> int { return side_; }
    auto places_of(extent block) const -> places { return {boxes_.sizes(), block}; }

    /// Takes the pictures: add(picture, y, sums) adds a row's levels, the channels of a pixel side by side.
    template <class Arch, class Add>
    void fill(Add const& add);

    /// Writes a bound for each of places_of(block). sums(part, box) are those of the channels of what lies in a
    /// box of a part, seen from the part's corner.
    template <class Arch, class Sums>
    void write(extent block, overlap_parts const& o, Sums const& sums, std::span<cost> out);

private:
    auto shift() const -> int { return 2 * std::countr_zero(static_cast<unsigned>(side_)); }

    int side_;
    lane_pictures<typename Measure::element, Measure::count> boxes_; ///< of the box that begins at each pixel
    laid_taps<typename Measure::element, Measure::count> taps_;
    std::span<std::uint16_t> row_; // sums of a few rows, as many as a box is high
};

template <class Measure>
template <class Arch, class Add>
void box_bounds<Measure>::fill(Add const& add)
{
    int const channels = boxes_.channels();
    for (std::size_t e = 0; e < boxes_.sizes().size(); ++e) {
        int const height = boxes_.sizes()[e].height;
        for (int y = 0; y < height; ++y) {
            // A box that reaches past the border is something that is never looked at.
            std::fill(row_.begin(), row_.end(), std::uint16_t{0});
            for (int j = y; j < std::min(y + side_, height); ++j) add(e, j, row_.data());
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
template <class Arch, class Sums>
void box_bounds<Measure>::write(extent block, overlap_parts const& o, Sums const& sums, std::span<cost> out)
{
    taps_.clear();
    cost rounding = 0;
    int const bits = shift();
    for (std::size_t i = 0; i < o.parts.size(); ++i) {
        extent const inside{o.parts[i].size.width / side_, o.parts[i].size.height / side_};
        taps_.template add<Arch>(o.parts[i].at, inside, boxes_.channels(), [&](int x, int y, auto* to) {
            std::array<int, 4> const laid = sums(i, rect{{x * side_, y * side_}, {side_, side_}});
            for (int c = 0; c < boxes_.channels(); ++c) {
                auto const of_channel = laid[static_cast<std::size_t>(c)];
                rounding += Measure::template rounding<Arch>(of_channel, bits);
                to[c] = Measure::template of_box<Arch>(of_channel, bits);
            }
        });
    }
    sweep<typename Measure::template compared<Arch>>(boxes_, taps_, places_of(block), out.data());
    for (auto& c : out) c = Measure::template bound<Arch>(c, bits, rounding);
}

} // namespace husk::detail
