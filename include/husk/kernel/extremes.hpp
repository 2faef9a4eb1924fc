// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/interval.hpp>
#include <husk/kernel/point.hpp>
#include <husk/simd/tally.hpp>

#include <array>

namespace husk {

/// The least and the largest value that came; those beyond [-8, 8] count as its ends, NaN is left out.
/// low > high while nothing came.
template <class Arch>
class extremes {
public:
    using V = simd::real<Arch>;

    void add(float const* values, int width)
    {
        for (int x = 0; x < width; x += V::lanes) {
            V const v = V::load(values + x);
            auto const counts = simd::before_end<Arch>(width - x);
            // Of a NaN and a number the second argument is taken.
            low_ = least(choose(counts, v, low_), low_);
            high_ = most(choose(counts, v, high_), high_);
        }
    }

    auto range() const -> interval<float>
    {
        float low[static_cast<std::size_t>(V::lanes)], high[static_cast<std::size_t>(V::lanes)];
        most(low_, V(-edge)).store(low);
        least(high_, V(edge)).store(high);
        interval<float> all{edge, -edge};
        for (auto const v : low) all.low = v < all.low ? v : all.low;
        for (auto const v : high) all.high = all.high < v ? v : all.high;
        return all;
    }

private:
    static constexpr float edge = 8;

    V low_ = edge, high_ = -edge;
};

/// The extremes of each colour of what has joined a chain; of one channel, three times its. Ends a walk.
template <class Chain>
auto colour_extremes(Chain& c) -> std::array<interval<float>, 3>
{
    std::array<extremes<typename Chain::architecture>, 3> all;
    c.watch([&](row const& r, int) {
        for (int i = 0; i < 3; ++i) all[static_cast<std::size_t>(i)].add(r[r.channels == 1 ? 0 : i], r.width);
    });
    return {all[0].range(), all[1].range(), all[2].range()};
}

} // namespace husk
