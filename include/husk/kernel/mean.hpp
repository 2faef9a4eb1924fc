// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/channel_sums.hpp>
#include <husk/kernel/colours_at.hpp>
#include <husk/kernel/luma.hpp>
#include <husk/simd/tally.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace husk {

/// A mean of values that is the same in any order and with any number of lanes: values are rounded to
/// multiples of 2^-18, and the sums of those are exact. Values beyond [-8, 8] count as its ends, NaN as 0.
template <class Arch>
class exact_mean {
public:
    using V = simd::real<Arch>;

    /// value(x) for all x below `width`; V::lanes of them at a time. `bounded`: they are numbers in [-8, 8].
    template <class Value>
    void add(int width, bool bounded, Value value)
    {
        if (bounded) add(width, value);
        else
            add(width, [&](int x) {
                V const v = value(x);
                return clamped(choose(v == v, v, 0.f), -8.f, 8.f);
            });
    }

    /// The mean, when `count` values have come. The quotient rounds as IEEE 754 says.
    auto over(std::int64_t count) const -> float
    {
        return static_cast<float>(static_cast<double>(total_) / (static_cast<double>(count) * double{one}));
    }

private:
    static constexpr float one = 0x1p18f;
    static constexpr int stretch = 512 * V::lanes; // 512 numbers of 21 bits fit a tally

    template <class Value>
    void add(int width, Value value)
    {
        for (int from = 0; from < width; from += stretch) {
            int const to = std::min(width, from + stretch);
            simd::tally<Arch> sum;
            int x = from;
            for (; x + V::lanes <= to; x += V::lanes) sum.add_nearest(value(x) * one);
            if (x < to) sum.add_nearest(where(simd::before_end<Arch>(to - x), value(x)) * one);
            total_ += sum.total();
        }
    }

    std::int64_t total_ = 0;
};

namespace detail {

/// The sums of the channels, if pixels of three bytes are what has joined the chain. Then that ends a walk.
template <class Chain>
auto byte_sums(Chain& c) -> std::optional<std::array<std::int64_t, 3>>
{
    channel_sums<typename Chain::architecture> sums;
    if (!c.watch_bytes([&](std::uint8_t const* p, int count) { sums.add(p, count); })) return std::nullopt;
    return sums.totals();
}

/// What a sum of `steps`, each one `of` a whole, is on average; rounded twice.
template <class Chain>
auto average(std::int64_t steps, double of, Chain const& c) -> float
{
    return static_cast<float>(static_cast<double>(steps) / (of * static_cast<double>(c.size().area())));
}

} // namespace detail

/// The mean luma of what has joined a chain; of one channel, the mean. Ends a walk.
template <class Chain>
auto mean_luma(Chain& c) -> float
{
    using Arch = typename Chain::architecture;
    using V = simd::real<Arch>;
    // The weights of luma() in whole numbers.
    if (auto const s = detail::byte_sums(c))
        return detail::average(2989 * (*s)[0] + 5870 * (*s)[1] + 1140 * (*s)[2], 255 * 1e4, c);
    exact_mean<Arch> mean;
    bool const bounded = c.bounded();
    int const width = c.size().width;
    c.watch([&](row const& r, int) {
        detail::plane_colours<Arch> const colours{r.data, r.plane};
        if (r.channels > 1) mean.add(width, bounded, [&](int x) { return luma(colours[x]); });
        else mean.add(width, bounded, [&](int x) { return V::load(r[0] + x); });
    });
    return mean.over(c.size().area());
}

/// The mean of each colour of what has joined a chain; of one channel, three times its mean. Ends a walk.
template <class Chain>
auto mean_colour(Chain& c) -> std::array<float, 3>
{
    using Arch = typename Chain::architecture;
    using V = simd::real<Arch>;
    if (auto const s = detail::byte_sums(c)) {
        auto const mean = [&](std::size_t i) { return detail::average((*s)[i], 255, c); };
        return {mean(0), mean(1), mean(2)};
    }
    std::array<exact_mean<Arch>, 3> means;
    bool const bounded = c.bounded();
    c.watch([&](row const& r, int) {
        for (int i = 0; i < 3; ++i) {
            auto const* const values = r[r.channels == 1 ? 0 : i];
            means[static_cast<std::size_t>(i)].add(r.width, bounded,
                                                   [&](int x) { return V::load(values + x); });
        }
    });
    auto const count = c.size().area();
    return {means[0].over(count), means[1].over(count), means[2].over(count)};
}

} // namespace husk
