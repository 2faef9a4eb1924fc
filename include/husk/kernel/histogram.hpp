// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/point.hpp>

#include <array>
#include <cstdint>

namespace husk {

/// Colours as 8-bit levels 0 to 255, the nearest ones, where they lie; NaN becomes 0.
template <class Arch>
void to_levels(float const* colours, int width, float* levels)
{
    using V = simd::real<Arch>;
    for (int x = 0; x < width; x += V::lanes)
        nearest(clamped(V::load(colours + x)) * 255.f).store(levels + x);
}

/// How many colours have each 8-bit level.
using histogram = std::array<std::int64_t, 256>;

namespace detail {

/// Adds pixels of three bytes: two histograms in turn, lest the same level twice wait for itself.
template <class Arch>
void count_levels(std::uint8_t const* pixels, int width, std::array<std::array<histogram, 3>, 2>& counts)
{
    for (int x = 0; x < width; ++x, pixels += 3)
        for (std::size_t c = 0; c < 3; ++c) ++counts[static_cast<std::size_t>(x % 2)][c][pixels[c]];
}

/// The histograms of pixels of three bytes, if that is what has joined the chain; otherwise false.
template <class Chain>
auto byte_histograms(Chain& c, std::array<histogram, 3>& all) -> bool
{
    using Arch = typename Chain::architecture;
    std::array<std::array<histogram, 3>, 2> turns{};
    if (!c.watch_bytes([&](auto const* p, int count) { count_levels<Arch>(p, count, turns); })) return false;
    for (auto const& t : turns)
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t level = 0; level < t[i].size(); ++level) all[i][level] += t[i][level];
    return true;
}

} // namespace detail

/// The histogram of each colour of what has joined a chain; of one channel, only the first. Ends a walk.
template <class Chain>
auto colour_histograms(Chain& c) -> std::array<histogram, 3>
{
    std::array<histogram, 3> all{};
    if (detail::byte_histograms(c, all)) return all;
    auto const levels = row::take(c.memory(), c.size().width, 1);
    c.watch([&](row const& r, int) {
        for (int i = 0; i < (r.channels == 1 ? 1 : 3); ++i) {
            to_levels<typename Chain::architecture>(r[i], r.width, levels.data);
            auto& counts = all[static_cast<std::size_t>(i)];
            for (int x = 0; x < r.width; ++x) ++counts[static_cast<std::size_t>(levels.data[x])];
        }
    });
    return all;
}

} // namespace husk
