// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/kernel/luma.hpp>
#include <husk/kernel/point.hpp>
#include <husk/simd/byte_lanes.hpp>
#include <husk/simd/byte_order.hpp>
#include <husk/simd/load_words.hpp>

namespace husk::detail {

/// The luma of pixels of bytes, in all three channels: the bytes that `luma` and `pack` make. Sums of whole
/// numbers come out the same, except for some of those that lie in the middle of two levels: where there is
/// such a one, its neighbours and it become colours.
template <class Arch>
class grey_bytes {
public:
    void operator()(std::uint8_t const* from, std::uint8_t* to, int width, int channels, int) const
    {
        if (channels == 1) {
            if (from != to) std::memcpy(to, from, static_cast<std::size_t>(width));
            return;
        }
        if constexpr (simd::orders_bytes<Arch>)
            if (channels == 3 && width >= block) return by_blocks(from, to, width);
        by_colours(from, to, width, channels);
    }

private:
    using V = simd::real<Arch>;
    static constexpr int lanes = V::lanes, block = 4 * lanes; // pixels

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
        simd::pixels<Arch, 4> levels;
        V off = 0.f; // how far the one that is farthest is from a whole number
        simd::for_channels<Arch, 4>([&](auto k) {
            levels[k] = level(simd::load_words<Arch>(from + 3 * lanes * k));
            off = most(off, absolute(levels[k] - nearest(levels[k])));
        });
        if (xsimd::any(off.value == .5f)) return by_colours(from, to, block, 3);
        std::uint8_t grey[std::size_t{block}];
        simd::store_bytes<Arch>(levels, grey);
        for (int i = 0; i < block; i += 16) spread(grey + i, to + 3 * i);
    }

    /// The luma in levels, which is half of one too large or small only if it truly is.
    [[gnu::always_inline]] static auto level(simd::pixel_words<Arch> const& p) -> V
    {
        using words = simd::batch<std::int16_t, Arch>;
        using both = simd::batch<std::uint32_t, Arch>;
        static constexpr std::uint32_t red = 2989, green = 5870, blue = 1140; // of 10000, as in luma()
        auto const sum =
            simd::madd<Arch>(p.red_green, words(simd::bit_cast<std::int16_t>(both(green << 16 | red)))) +
            simd::madd<Arch>(p.blue, words(simd::bit_cast<std::int16_t>(both(blue))));
        return V(xsimd::to_float(sum)) * 1e-4f;
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

    /// Pixels of three or four bytes, as colours.
    [[gnu::noinline]] static void by_colours(std::uint8_t const* from, std::uint8_t* to, int count,
                                             int channels)
    {
        constexpr int most = 64;
        alignas(64) float colours[4][std::size_t{most}];
        for (int x = 0; x < count; x += most) {
            row const r{colours[0], most, std::min(most, count - x), channels};
            auto const at = std::ptrdiff_t{x} * channels;
            unpack<Arch>(packed<std::uint8_t const>{from + at, {r.width, 1}, channels}, 0, 0, r);
            for (int i = 0; i < r.width; i += lanes) {
                V const grey = luma(rgb<V>{V::load(r[0] + i), V::load(r[1] + i), V::load(r[2] + i)});
                for (int c = 0; c < 3; ++c) grey.store(r[c] + i);
            }
            pack<Arch>(r, packed<std::uint8_t>{to + at, {r.width, 1}, channels}, 0);
        }
    }
};

} // namespace husk::detail
