// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/filter.hpp>

#include <algorithm>
#include <array>

namespace husk {

/// One side of a picture that is resampled: `out` new pixels share [from, from + length) of a side of `limit`
/// pixels, of which pixel j covers [j, j + 1). out, limit and length are positive, 0 <= from and
/// from + length <= limit; what lies beyond is taken for the edge.
struct axis {
    double from, length;
    int out, limit;
};

namespace detail {

/// How a filter resamples an axis. With antialias as in Pillow and torchvision: it is stretched where the new
/// pixels are the larger ones, and what it would see outside is left out. Without, as in OpenCV: it sees the
/// nearest pixels alone, and the first and the last one go on outside; but catmull_rom leaves that out, too.
///
/// New pixels are looked at in eights, in loops without branches.
template <class Arch>
class resampling {
public:
    static constexpr int eight = 8;
    using doubles = std::array<double, std::size_t{eight}>;
    using integers = std::array<int, std::size_t{eight}>;

    resampling(axis const& a, filter f, bool antialias) :
        axis_(a), filter_(f), within_(f == filter::catmull_rom || (antialias && f != filter::nearest)),
        step_(a.length / a.out), stretch_(within_ && antialias && step_ > 1 ? step_ : 1),
        reach_(product<Arch>(stretch_, reach<Arch>(f)))
    {
    }

    /// No less than the most source pixels that a new one sees, without a look at each.
    auto bound() const -> int
    {
        auto const seen = static_cast<std::int64_t>(2 * reach_) + (within_ ? 2 : 0);
        return static_cast<int>(std::clamp<std::int64_t>(seen, 1, axis_.limit));
    }

    /// The most source pixels that a new one sees.
    auto count() const -> int
    {
        int most = 1;
        for (int i = 0; i < axis_.out; i += eight) {
            auto const seen = windows(i);
            for (std::size_t n = 0; n < eight; ++n)
                if (i + static_cast<int>(n) < axis_.out)
                    most = std::max(most, inside(seen.end[n] - 1) - inside(seen.begin[n]) + 1);
        }
        return most;
    }

    /// The shares that eight new pixels, from number i on, take of `count` source pixels, pixel n the k-th
    /// one in shares[k][n]; and the first of those.
    auto lay(int i, int count, doubles* shares) const -> integers
    {
        switch (filter_) {
        case filter::bilinear:
            return lay<filter::bilinear>(i, count, shares);
        case filter::bicubic:
            return lay<filter::bicubic>(i, count, shares);
        case filter::lanczos:
            return lay<filter::lanczos>(i, count, shares);
        case filter::catmull_rom:
            return lay<filter::catmull_rom>(i, count, shares);
        default:
            return lay<filter::area>(i, count, shares);
        }
    }

private:
    struct seen_pixels {
        doubles centre;      // of the new pixels
        integers begin, end; // of those whose middles lie in (centre - reach, centre + reach]; at least one
    };

    auto windows(int i) const -> seen_pixels
    {
        seen_pixels s;
        double const limit = axis_.limit;
        int const most = static_cast<int>(2 * std::min(reach_, 8.));
        for (std::size_t n = 0; n < eight; ++n) {
            double at = axis_.from + product<Arch>(i + static_cast<int>(n) + .5, step_);
            if (within_) at = std::min(std::max(at, 0.), limit);
            s.centre[n] = at;
            double const low = at - reach_ + .5, high = at + reach_ + .5;
            if (within_) {
                s.begin[n] = static_cast<int>(std::min(std::max(low, 0.), limit - 1));
                s.end[n] = static_cast<int>(std::min(std::max(high, 1.), limit));
            } else {
                int const whole = static_cast<int>(low);
                s.begin[n] = whole - (low < whole);
                s.end[n] = s.begin[n] + most;
            }
        }
        return s;
    }

    template <filter F>
    auto lay(int i, int count, doubles* shares) const -> integers
    {
        auto const seen = windows(i);
        integers first;
        int outside = 0;
        for (std::size_t n = 0; n < eight; ++n) {
            first[n] = std::min(std::max(seen.begin[n], 0), axis_.limit - count);
            outside |= int{seen.begin[n] < 0} | int{seen.end[n] > axis_.limit};
        }
        for (int k = 0; k < count; ++k)
            for (std::size_t n = 0; n < eight; ++n) {
                int const j = first[n] + k;
                double const s = share<Arch>(F, (j - seen.centre[n] + .5) / stretch_, within_);
                double const counts = int{j >= seen.begin[n]} & int{j < seen.end[n]}; // 0 or 1
                shares[k][n] = s * counts + 0.;                                       // and no -0
            }
        if (outside)
            for (std::size_t n = 0; n < eight; ++n) lay_one<F>(seen, first, n, count, shares);
        return first;
    }

    /// What lies outside is taken for the edge.
    template <filter F>
    void lay_one(seen_pixels const& seen, integers const& first, std::size_t n, int count,
                 doubles* shares) const
    {
        for (int k = 0; k < count; ++k) shares[k][n] = 0;
        for (int j = seen.begin[n]; j < seen.end[n]; ++j)
            shares[inside(j) - first[n]][n] += share<Arch>(F, (j - seen.centre[n] + .5) / stretch_, within_);
    }

    /// Pixel j, or the one at the edge where it would lie outside.
    auto inside(int j) const -> int { return std::min(std::max(j, 0), axis_.limit - 1); }

    axis axis_;
    filter filter_;
    bool within_; // what lies outside is left out
    double step_, stretch_, reach_;
};

} // namespace detail

} // namespace husk
