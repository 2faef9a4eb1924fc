// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/interval.hpp>
#include <husk/kernel/convert.hpp>
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

namespace detail {

/// The least and the largest byte of each channel of pixels of three.
template <class Arch>
class byte_extremes {
public:
    byte_extremes() { low_.fill(255), high_.fill(0); }

    void add(std::uint8_t const* pixels, int width)
    {
        auto const count = static_cast<std::size_t>(3 * width);
        if (count < block)
            for (std::size_t i = 0; i < count; ++i) add_byte(i, pixels[i]);
        else
            for (std::size_t i = 0; i < count; i += block) {
                auto const* const p = pixels + std::min(i, count - block); // whole pixels: the channels stay
                for (std::size_t j = 0; j < block; ++j) add_byte(j, p[j]);
            }
    }

    /// As colours.
    auto ranges() const -> std::array<interval<float>, 3>
    {
        std::array<interval<float>, 3> all;
        for (std::size_t c = 0; c < 3; ++c) {
            std::uint8_t low = 255, high = 0;
            for (std::size_t i = c; i < block; i += 3) {
                low = std::min(low, low_[i]);
                high = std::max(high, high_[i]);
            }
            all[c] = {as_colour(low), as_colour(high)};
        }
        return all;
    }

private:
    static constexpr std::size_t block = 96; // bytes: whole registers and whole pixels

    static auto as_colour(std::uint8_t byte) -> float
    {
        return colour<simd::scalar, std::uint8_t>(static_cast<float>(byte) / 256).value;
    }
    void add_byte(std::size_t i, std::uint8_t byte)
    {
        low_[i] = byte < low_[i] ? byte : low_[i];
        high_[i] = high_[i] < byte ? byte : high_[i];
    }

    std::array<std::uint8_t, block> low_, high_;
};

} // namespace detail

/// The extremes of each colour of what has joined a chain; of one channel, three times its. Ends a walk.
template <class Chain>
auto colour_extremes(Chain& c) -> std::array<interval<float>, 3>
{
    using Arch = typename Chain::architecture;
    detail::byte_extremes<Arch> bytes;
    if (c.watch_bytes([&](auto const* p, int count) { bytes.add(p, count); })) return bytes.ranges();
    std::array<extremes<Arch>, 3> all;
    c.watch([&](row const& r, int) {
        for (int i = 0; i < 3; ++i) all[static_cast<std::size_t>(i)].add(r[r.channels == 1 ? 0 : i], r.width);
    });
    return {all[0].range(), all[1].range(), all[2].range()};
}

} // namespace husk
