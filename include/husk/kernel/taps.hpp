// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/filter.hpp>

#include <algorithm>

namespace husk {

/// One side of a picture that is resampled: `out` new pixels share [from, from + length) of a side of `limit`
/// pixels, of which pixel j covers [j, j + 1). out, limit and length are positive, 0 <= from and
/// from + length <= limit; what lies beyond is taken for the edge.
struct axis {
    double from, length;
    int out, limit;
};

/// What the new pixels of an axis are made of: number i is the sum, over k < count, of source pixel
/// first[i] + k times weights[i * count + k]. Those pixels exist: 0 <= first[i] <= limit - count. The weights
/// of a new pixel sum to 1; where it has fewer than `count`, the others are 0.
struct taps {
    std::span<std::int32_t const> first;
    std::span<float const> weights;
    int count;
};

namespace detail {

/// How a filter resamples an axis. With antialias as in Pillow and torchvision: it is stretched where the new
/// pixels are the larger ones, and what it would see outside is left out. Without, as in OpenCV: it sees the
/// nearest pixels alone, and the first and the last one go on outside; but catmull_rom leaves that out, too.
template <class Arch>
class resampling {
public:
    resampling(axis const& a, filter f, bool antialias) :
        axis_(a), filter_(f), within_(f == filter::catmull_rom || (antialias && f != filter::nearest)),
        step_(a.length / a.out), stretch_(within_ && antialias && step_ > 1 ? step_ : 1),
        reach_(product<Arch>(stretch_, reach<Arch>(f)))
    {
    }

    /// The most source pixels that a new one sees.
    auto count() const -> int
    {
        int most = 1;
        for (int i = 0; i < axis_.out; ++i) {
            auto const seen = window(centre(i));
            most = std::max(most, inside(seen.end - 1) - inside(seen.begin) + 1);
        }
        return most;
    }

    /// The shares that new pixel i takes of as many source pixels as there is room for, and the first of
    /// them.
    auto lay(int i, std::span<double> shares) const -> int
    {
        double const at = centre(i);
        auto const seen = window(at);
        int const first = std::min(inside(seen.begin), axis_.limit - static_cast<int>(shares.size()));
        for (double& s : shares) s = 0;
        for (auto j = seen.begin; j < seen.end; ++j)
            shares[static_cast<std::size_t>(inside(j) - first)] +=
                share<Arch>(filter_, (static_cast<double>(j) - at + .5) / stretch_, within_);
        return first;
    }

private:
    struct pixels {
        std::int64_t begin, end;
    };

    /// Where the middle of new pixel i lies in the source.
    auto centre(int i) const -> double
    {
        double const at = axis_.from + product<Arch>(i + .5, step_);
        return within_ ? std::clamp(at, 0., static_cast<double>(axis_.limit)) : at;
    }

    /// The pixels whose middles lie in (at - reach, at + reach]; at least one.
    auto window(double at) const -> pixels
    {
        auto const begin = floor(at - reach_ + .5);
        if (!within_) return {begin, begin + static_cast<std::int64_t>(2 * reach_)};
        return {inside(begin), inside(floor(at + reach_ + .5) - 1) + 1};
    }

    static auto floor(double x) -> std::int64_t
    {
        auto const n = static_cast<std::int64_t>(x);
        return x < static_cast<double>(n) ? n - 1 : n;
    }

    /// Pixel j, or the one at the edge where it would lie outside.
    auto inside(std::int64_t j) const -> int
    {
        return j < 0 ? 0 : j < axis_.limit ? static_cast<int>(j) : axis_.limit - 1;
    }

    axis axis_;
    filter filter_;
    bool within_; // what lies outside is left out
    double step_, stretch_, reach_;
};

} // namespace detail

/// How many source pixels a new one is made of, at most.
template <class Arch = void>
auto tap_count(axis const& a, filter f, bool antialias) -> int
{
    return detail::resampling<Arch>(a, f, antialias).count();
}

/// The taps of an axis, in memory of the arena. Computed in doubles, alike on every machine, and rounded
/// last.
template <class Arch>
auto lay_taps(axis const& a, filter f, bool antialias, arena& memory) -> taps
{
    detail::resampling<Arch> const source(a, f, antialias);
    int const count = source.count();
    auto const width = static_cast<std::size_t>(count), out = static_cast<std::size_t>(a.out);
    auto const first = memory.take<std::int32_t>(out);
    auto const weights = memory.take<float>(out * width);
    auto const shares = memory.take<double>(width);
    if (shares.empty()) return {first, weights, count};
    for (std::size_t i = 0; i < out; ++i) {
        first[i] = source.lay(static_cast<int>(i), shares);
        double sum = 0;
        for (double const s : shares) sum += s;
        if (sum == 0) shares[0] = sum = 1; // a box may fall between two pixels
        for (std::size_t k = 0; k < width; ++k) weights[i * width + k] = static_cast<float>(shares[k] / sum);
    }
    return {first, weights, count};
}

} // namespace husk
