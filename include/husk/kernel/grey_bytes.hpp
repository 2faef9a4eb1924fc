// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/simd/byte_order.hpp>
#include <husk/simd/load_words.hpp>
#include <husk/simd/narrow.hpp>
#include <husk/simd/shorts.hpp>

namespace husk::detail {

/// The luma of pixels of bytes, in all three channels, rounded, and halves up: in whole numbers of 10^-4
/// levels. (Of the 2^24 colours 1703 are halfway; there `luma` is what the rounding of floats makes of it.)
template <class Arch>
class grey_bytes {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = 1e-4;

    void operator()(std::uint8_t const* from, std::uint8_t* to, int width, int channels, int) const
    {
        if (channels == 1) {
            if (from != to) std::memcpy(to, from, static_cast<std::size_t>(width));
            return;
        }
        if constexpr (simd::orders_bytes<Arch>)
            if (channels == 3 && width >= block) return by_blocks(from, to, width);
        if (channels == 3) one_by_one<3>(from, to, width);
        else one_by_one<4>(from, to, width);
    }

private:
    static constexpr int lanes = simd::real<Arch>::lanes, block = 4 * lanes; // pixels
    static constexpr std::uint32_t red = 2989, green = 5870, blue = 1140;    // of 10000, as in luma()

    /// Of grey the luma is itself: the last block may begin among pixels that are done.
    [[gnu::noinline, gnu::flatten]] static void by_blocks(std::uint8_t const* from, std::uint8_t* to,
                                                          int width)
    {
        for_every<Arch>(
            block,
            width, [=](std::ptrdiff_t x) __attribute__((always_inline)) { make(from + 3 * x, to + 3 * x); });
    }

    [[gnu::always_inline]] static void make(std::uint8_t const* from, std::uint8_t* to)
    {
        std::uint8_t grey[std::size_t{block}];
        auto const at = [=](int k) __attribute__((always_inline))
        {
            return level(simd::load_words<Arch>(from + 3 * lanes * k));
        };
        simd::shorts<Arch>{simd::narrow<Arch>(at(0), at(1))}.store(grey);
        simd::shorts<Arch>{simd::narrow<Arch>(at(2), at(3))}.store(grey + block / 2);
        for (int i = 0; i < block; i += 16) spread(grey + i, to + 3 * i);
    }

    using ints = simd::batch<std::int32_t, Arch>;
    using words = simd::batch<std::int16_t, Arch>;

    /// Two weights of 23 bits, the upper 15 or the lower 8 of them, side by side.
    [[gnu::always_inline]] static auto weights(std::uint32_t first, std::uint32_t second, bool upper) -> words
    {
        auto const part = [=](std::uint32_t w) {
            auto const n = static_cast<std::uint32_t>((std::uint64_t{w} * (1 << 23) + 5000) / 10000);
            return upper ? n >> 8 : n & 255;
        };
        return words(
            simd::bit_cast<std::int16_t>(simd::batch<std::uint32_t, Arch>(part(second) << 16 | part(first))));
    }

    /// A sum of three weighed bytes is less than .00005 of a level from the truth, and what is not halfway is
    /// .0001 from there: as much again, before it is rounded, decides for all.
    [[gnu::always_inline]] static auto level(simd::pixel_words<Arch> const& p) -> ints
    {
        auto const sum = [&](bool upper) __attribute__((always_inline))
        {
            return simd::madd<Arch>(p.red_green, weights(red, green, upper)) +
                   simd::madd<Arch>(p.blue, weights(blue, 0, upper));
        };
        return ((sum(true) << 8) + sum(false) + ints((1 << 22) + (1 << 23) / 20000)) >> 23;
    }

    /// Sixteen bytes, three times each.
    [[gnu::always_inline]] static void spread(std::uint8_t const* grey, std::uint8_t* to)
    {
        using bytes = simd::sixteen<Arch>;
        static constexpr auto thirds = [] {
            std::array<std::uint8_t, 48> t{};
            for (std::size_t i = 0; i < t.size(); ++i) t[i] = static_cast<std::uint8_t>(i / 3);
            return t;
        }();
        auto const all = bytes::load(grey);
        for (int i = 0; i < 48; i += 16) all.in(bytes::load(thirds.data() + i)).store(to + i);
    }

    template <int Channels>
    [[gnu::noinline]] static void one_by_one(std::uint8_t const* from, std::uint8_t* to, int count)
    {
        for (int i = 0; i < Channels * count; i += Channels) {
            std::uint32_t const sum = red * from[i] + green * from[i + 1] + blue * from[i + 2];
            to[i] = to[i + 1] = to[i + 2] = static_cast<std::uint8_t>((sum + 5000) / 10000);
            if (Channels == 4) to[i + 3] = from[i + 3];
        }
    }
};

} // namespace husk::detail
