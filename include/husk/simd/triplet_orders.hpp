// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace husk::simd::detail {

/// Orders of bytes in a register of so many times 16 of them. A block is as many pixels as a register has
/// bytes; a number of 16 bits for each of its pixels fills two registers, its halves.
template <std::size_t Sixteens>
struct triplet_orders {
    static constexpr std::size_t block = 16 * Sixteens, half = block / 2;
    using bytes = std::array<std::uint8_t, block>;

    /// Where a pixel's number stands among those of its block. Of 32 bytes, the middle fours of 16 are
    /// swapped, as they are loaded in pairs that are 24 bytes apart.
    static constexpr auto place(std::size_t pixel) -> std::size_t
    {
        if (Sixteens == 1) return pixel;
        return pixel / 16 * 16 + pixel / 4 % 2 * 8 + pixel / 8 % 2 * 4 + pixel % 4;
    }

    /// Where a byte for each pixel stands: the first half's are the lower ones of pairs.
    static constexpr auto place_of_byte(std::size_t pixel) -> std::size_t
    {
        return 2 * place(pixel % half) + pixel / half;
    }

    /// Four pixels of each 16 bytes: their reds and greens before their reds and blues, or behind them.
    bytes before{}, behind{};

    /// From bytes for which `place` is place_of_byte, to all bytes of their pixels: which four fours of bytes
    /// each 16 need, and which of these.
    std::array<std::array<std::int32_t, block / 4>, 3> fours{};
    std::array<bytes, 3> thrice{};

    /// From a block's numbers in memory to all bytes of their pixels, those of a register as short_pair has
    /// them: each 16 bytes need some of eight numbers from `begin`; or the next 16, unless `same`, from eight
    /// numbers later.
    struct window {
        std::size_t begin = 0;
        bool same = false;
        bytes order{};
    };
    std::array<window, 6> beneath{};

    constexpr triplet_orders()
    {
        for (std::size_t i = 0; i < block; ++i) {
            std::size_t const pixel = i % 8 / 2 * 3, odd = i % 2, late = i % 16 / 8;
            // of two registers of 16 bytes, the second begins four bytes early; of 32 bytes, both do
            before[i] = byte(pixel + (Sixteens == 2 && i < 16 ? 4 : 0) + odd * (1 + late));
            behind[i] = byte(pixel + (i < 16 ? 4 : 0) + odd * (2 - late));
        }
        for (std::size_t part = 0; part < 3; ++part)
            for (std::size_t i = 0; i < block; i += 16) spread(part, i);
        for (std::size_t i = 0; i < 6; ++i)
            while (!fits(i, beneath[i]))
                if (beneath[i].same = !beneath[i].same; !beneath[i].same) ++beneath[i].begin;
    }

private:
    static constexpr auto byte(std::size_t n) -> std::uint8_t { return static_cast<std::uint8_t>(n); }

    constexpr void spread(std::size_t part, std::size_t begin)
    {
        std::size_t count = 0;
        for (std::size_t i = begin; i < begin + 16; ++i) {
            auto const from = place_of_byte((block * part + i) / 3);
            auto* const mine = &fours[part][begin / 4];
            std::size_t k = 0;
            while (k < count && mine[k] != static_cast<std::int32_t>(from / 4)) ++k;
            if (k == count) mine[count++] = static_cast<std::int32_t>(from / 4);
            thrice[part][i] = byte(Sixteens == 1 ? from : 4 * k + from % 4);
        }
    }

    /// Whether a window holds the numbers for one half of a register of bytes, and in which order.
    static constexpr auto fits(std::size_t of, window& w) -> bool
    {
        for (std::size_t i = 0; i < half; ++i) {
            auto const pixel = (of / 2 * block + i / 8 * 16 + of % 2 * 8 + i % 8) / 3;
            auto const begin = w.begin + (w.same ? 0 : i / 8 * 8);
            if (place(pixel) < begin || place(pixel) >= begin + 8) return false;
            w.order[2 * i] = byte(2 * (place(pixel) - begin));
            w.order[2 * i + 1] = byte(w.order[2 * i] + 1u);
        }
        return true;
    }
};

} // namespace husk::simd::detail
