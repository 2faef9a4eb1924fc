// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>
#include <husk/simd/sixteens.hpp>

#include <array>

namespace husk::simd {

#if XSIMD_WITH_SSE4_1
/// Whether pixels of three bytes are computed with as they lie in memory.
template <class Arch>
inline constexpr bool has_triplets = detail::has_sixteens<Arch>;

namespace detail {

/// Orders of the bytes in 16 of the 48 that hold 16 pixels. The k-th four pixels, from the 12 k-th byte:
/// their reds and greens before their blues, each with a zero, or behind them; and for the i-th byte of all,
/// or the i-th of eight numbers of 16 bits that belong to eight pixels, where its pixel's number is.
struct triplet_orders {
    std::array<std::array<std::uint8_t, 16>, 2> before{}, behind{}; // they begin at byte 0 or 4
    std::array<std::array<std::uint8_t, 16>, 3> bytes{};
    std::array<std::array<std::uint8_t, 16>, 6> numbers{};

    constexpr triplet_orders()
    {
        for (std::size_t i = 0; i < 8; ++i)
            for (std::size_t const begin : {0u, 1u}) {
                auto const pair = static_cast<std::uint8_t>(4 * begin + i / 2 * 3);
                before[begin][i] = behind[begin][8 + i] = static_cast<std::uint8_t>(pair + i % 2);
                before[begin][8 + i] = behind[begin][i] = i % 2 ? 0x80 : static_cast<std::uint8_t>(pair + 2);
            }
        for (std::size_t i = 0; i < 48; ++i) {
            bytes[i / 16][i % 16] = static_cast<std::uint8_t>(i / 3);
            for (std::size_t const half : {0u, 1u})
                numbers[i / 8][i % 8 * 2 + half] = static_cast<std::uint8_t>(i / 3 % 8 * 2 + half);
        }
    }
};
inline constexpr triplet_orders orders_of_triplets;

template <class Arch>
[[gnu::always_inline]] inline auto reordered(typename sixteens_of<Arch>::reg v,
                                             std::array<std::uint8_t, 16> const& order)
{
    return sixteens_of<Arch>::shuffle(v, sixteens_of<Arch>::repeated(order));
}

} // namespace detail

/// Pixels of three bytes as they lie in memory, three registers of them. Each holds 16 bytes of 16 pixels,
/// and of the 16 pixels behind those, and so on.
template <class Arch>
struct triplets {
    using bytes = batch<std::uint8_t, Arch>;
    using sixteens = detail::sixteens_of<Arch>;
    static constexpr int pixels = static_cast<int>(bytes::size);

    std::array<bytes, 3> part;

    [[gnu::always_inline]] static auto load(std::uint8_t const* p) -> triplets
    {
        return {{sixteens::at(p), sixteens::at(p + 16), sixteens::at(p + 32)}};
    }
    [[gnu::always_inline]] void store(std::uint8_t* p) const
    {
        sixteens::put(part[0], p);
        sixteens::put(part[1], p + 16);
        sixteens::put(part[2], p + 32);
    }
    /// The same byte for all three of a pixel.
    [[gnu::always_inline]] static auto thrice(bytes const& grey) -> triplets
    {
        constexpr auto const& by = detail::orders_of_triplets.bytes;
        return {{detail::reordered<Arch>(grey, by[0]), detail::reordered<Arch>(grey, by[1]),
                 detail::reordered<Arch>(grey, by[2])}};
    }
};

/// A number of 16 bits for each pixel of triplets: for the first eight of each 16, and for the others.
template <class Arch>
struct triplet_numbers {
    std::array<shorts<Arch>, 2> half;

    /// For each byte of a part its pixel's number, as short_pair has them.
    template <std::size_t Part>
    [[gnu::always_inline]] auto beneath() const -> std::array<shorts<Arch>, 2>
    {
        auto const& v = half[2 * Part / 3].value;
        auto const& w = half[(2 * Part + 1) / 3].value;
        constexpr auto const& by = detail::orders_of_triplets.numbers;
        return {{{detail::reordered<Arch>(v, by[2 * Part])}, {detail::reordered<Arch>(w, by[2 * Part + 1])}}};
    }
};

/// Red and green of triplets' pixels side by side, and blue apart, so that one instruction adds what bytes
/// weigh.
template <class Arch>
class triplet_pairs {
public:
    [[gnu::always_inline]] explicit triplet_pairs(triplets<Arch> const& t)
    {
        auto const& [a, b, c] = t.part;
        constexpr auto const& by = detail::orders_of_triplets;
        join(0, detail::reordered<Arch>(a, by.before[0]),
             detail::reordered<Arch>(S::template along<12>(a, b), by.behind[0]));
        join(1, detail::reordered<Arch>(S::template along<8>(b, c), by.before[0]),
             detail::reordered<Arch>(c, by.behind[1]));
    }

    /// red r + green g + blue b of each pixel. Weights lie from -128 to 127, and the first two products' sum,
    /// and the whole, must fit 16 bits with a sign.
    [[gnu::always_inline]] auto sums(int red, int green, int blue) const -> triplet_numbers<Arch>
    {
        return {{sum(0, red, green, blue), sum(1, red, green, blue)}};
    }

private:
    using S = detail::sixteens_of<Arch>;
    using reg = typename S::reg;

    [[gnu::always_inline]] void join(std::size_t i, reg first, reg second)
    {
        red_green_[i] = S::template fours<0b1100>(first, second);
        blue_[i] = S::template along<8>(first, second);
    }

    [[gnu::always_inline]] auto sum(std::size_t i, int red, int green, int blue) const -> shorts<Arch>
    {
        using V = typename shorts<Arch>::values;
        return {V(S::pair_sums(red_green_[i], weights(red, green))) +
                V(S::pair_sums(blue_[i], weights(blue, 0)))};
    }
    [[gnu::always_inline]] static auto weights(int first, int second) -> typename shorts<Arch>::values
    {
        return typename shorts<Arch>::values(static_cast<std::int16_t>((first & 255) | (second & 255) << 8));
    }

    std::array<typename triplets<Arch>::bytes, 2> red_green_, blue_;
};
#else
template <class Arch>
inline constexpr bool has_triplets = false;

template <class Arch>
struct triplets;
template <class Arch>
struct triplet_numbers;
template <class Arch>
class triplet_pairs;
#endif

} // namespace husk::simd
