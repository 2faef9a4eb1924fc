// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/near_measures.hpp>
#include <husk/kernel/overlap_parts.hpp>
#include <husk/kernel/sweep.hpp>

#include <bit>

namespace husk::detail {

/// What every place of a block costs at least: the difference of two boxes' sums is never more than the sum
/// of their pixels' differences (Li and Salari, "Successive Elimination Algorithm for Motion Estimation",
/// 1995), and likewise for squares. So a sweep over boxes leaves few places to be looked at closely.
template <class Measure>
class box_bounds {
public:
    using cost = typename Measure::cost;
    using element = typename Measure::element;

    /// Takes its memory, or counts it: for pictures of 1/scale of these sizes, rounded up, and boxes of side
    /// x side pixels; side is a power of two. Each is as many elements as there are channels, or more that
    /// are 0.
    box_bounds(arena& memory, picture_sizes const& sizes, int channels, int elements, int block, int width,
               int side, int scale = 1) :
        channels_(channels),
        side_(side), boxes_(memory, sizes, elements, side, scale), taps_(memory, block, width, elements)
    {
    }

    auto side() const -> int { return side_; }
    auto places_of(extent block) const -> places { return {boxes_.sizes(), block}; }

    /// Takes the pictures: write(picture, y, to) writes the elements of the boxes that begin in row y; of
    /// those that reach past the border nobody asks.
    template <class Arch, class Write>
    void fill(Write const& write)
    {
        for (std::size_t e = 0; e < boxes_.sizes().size(); ++e)
            for (int y = 0; y < boxes_.sizes()[e].height; ++y)
                boxes_.template put_row<Arch>(e, y, [&](element* to) { write(e, y, to); });
        boxes_.template finish<Arch>();
    }
    /// The element that stands for a box with this sum.
    template <class Arch>
    auto of_box(int sum) const -> element
    {
        return Measure::template of_box<Arch>(sum, shift());
    }

    /// Writes a bound for each of places_of(block). sums(part, box) are those of the channels of what lies in
    /// a box of a part, seen from the part's corner.
    template <class Arch, class Sums>
    void write(extent block, overlap_parts const& o, Sums const& sums, std::span<cost> out);

private:
    auto shift() const -> int { return 2 * std::countr_zero(static_cast<unsigned>(side_)); }

    int channels_, side_;
    lane_pictures<element, Measure::count> boxes_; ///< of the box that begins at each pixel
    laid_taps<element, Measure::count> taps_;
};

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
                if (c < channels_) rounding += Measure::template rounding<Arch>(of_channel, bits);
                to[c] = Measure::template of_box<Arch>(of_channel, bits);
            }
        });
    }
    sweep<typename Measure::template compared<Arch>>(boxes_, taps_, places_of(block), out.data());
    for (auto& c : out) c = Measure::template bound<Arch>(c, bits, rounding);
}

} // namespace husk::detail
