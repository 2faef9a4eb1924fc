// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/lesser.hpp>
#include <husk/simd/madd.hpp>
#include <husk/simd/narrow.hpp>
#include <husk/simd/pair_sums.hpp>
#include <husk/simd/sad.hpp>

#include <cstdint>

namespace husk::detail {

/// The mean of four pixels, byte by byte; `Rounding` is added to four times that.
template <std::uint32_t Rounding>
auto mean_of_four(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) -> std::uint32_t
{
    constexpr std::uint32_t low = 0x00ff00ff, more = Rounding << 16 | Rounding;
    auto const even = ((a & low) + (b & low) + (c & low) + (d & low) + more) >> 2 & low;
    auto const odd = ((a >> 8 & low) + (b >> 8 & low) + (c >> 8 & low) + (d >> 8 & low) + more) >> 2 & low;
    return even | odd << 8;
}
/// A half is rounded up.
inline auto mean_of(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) -> std::uint32_t
{
    return mean_of_four<2>(a, b, c, d);
}
/// What is not whole is cut off.
inline auto cut_mean_of(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) -> std::uint32_t
{
    return mean_of_four<0>(a, b, c, d);
}

/// The mean of side x side pixels from (x, y) on: of four means of four; side is a power of two.
template <class Word>
auto mean_of(int side, int x, int y, Word const& word) -> std::uint32_t
{
    if (side == 1) return word(x, y);
    if (side == 2) return mean_of(word(x, y), word(x + 1, y), word(x, y + 1), word(x + 1, y + 1));
    int const h = side / 2;
    return mean_of(mean_of(h, x, y, word), mean_of(h, x + h, y, word), mean_of(h, x, y + h, word),
                   mean_of(h, x + h, y + h, word));
}

/// How far pixels are from others: min(cap, sum over the channels of |difference|).
template <class Arch>
class distance_to {
public:
    using words = simd::batch<std::uint32_t, Arch>;
    using sums = simd::batch<std::int32_t, Arch>;
    using halves = simd::batch<std::int16_t, Arch>;

    explicit distance_to(int cap) : cap_(cap) {}

    /// Of a register of pixels from others.
    auto operator()(words const& a, words const& b) const -> sums
    {
        auto const halves_of = [](sums const& v) { return simd::bit_cast<std::int16_t>(v); }; // sums fit
        return simd::bit_cast<std::int32_t>(simd::lesser<Arch>(halves_of(sum(a, b)), halves_of(cap_)));
    }

    /// Of a register of 16-bit lanes: as many pixels as those are.
    auto operator()(std::uint32_t const* a, std::uint32_t const* b) const -> halves
    {
        constexpr auto n = words::size;
        return simd::narrow<Arch>((*this)(words::load_unaligned(a), words::load_unaligned(b)),
                                  (*this)(words::load_unaligned(a + n), words::load_unaligned(b + n)));
    }

private:
    static auto sum(words const& a, words const& b) -> sums
    {
        auto const d =
            simd::absolute_difference<Arch>(simd::bit_cast<std::uint8_t>(a), simd::bit_cast<std::uint8_t>(b));
        return simd::madd<Arch>(simd::pair_sums<Arch>(d), halves(std::int16_t{1}));
    }

    sums cap_;
};

} // namespace husk::detail
