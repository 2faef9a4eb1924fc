// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/strip.hpp>
#include <husk/simd/tail.hpp>

namespace husk::detail {

/// The sum of squared differences between a candidate and what is laid, over the strip from row `begin` on:
/// the classic error of Efros and Freeman. Exact, in integers.
template <class Arch>
auto squared_mismatch(guide const& g, strip const& s, guide::part const& p, point at, int begin)
    -> std::int64_t
{
    using words = simd::batch<std::uint32_t, Arch>;
    constexpr int step = static_cast<int>(words::size);
    words const low(0x00ff00ffu);
    auto const square = [](words const& v) {
        auto const pairs = simd::bit_cast<std::int16_t>(v);
        return simd::madd<Arch>(pairs, pairs);
    };
    auto const stride = guide::stride(s.layout(), p);
    auto const* fresh = g.words(s.layout()) + guide::index(s.layout(), p, at) + begin * stride;
    std::int64_t total = 0;
    for (int r = begin; r < s.length(); ++r, fresh += stride) {
        simd::batch<std::int32_t, Arch> row(0);
        for (int j = 0; j < s.width(); j += step) {
            auto const d =
                simd::bit_cast<std::uint32_t>(simd::absolute_difference<Arch>(
                    simd::bit_cast<std::uint8_t>(words::load_unaligned(fresh + j)),
                    simd::bit_cast<std::uint8_t>(words::load_unaligned(s.words() + r * s.pitch() + j)))) &
                simd::first_lanes<std::uint32_t, Arch>(s.width() - j);
            row += square(d & low) + square(d >> 8 & low);
        }
        total += simd::sum(row);
    }
    return total;
}

/// Whether a candidate is what is laid, pixel for pixel.
template <class Arch>
auto identical(guide const& g, strip const& s, guide::part const& p, point at) -> bool
{
    auto const stride = guide::stride(s.layout(), p);
    auto const* fresh = g.words(s.layout()) + guide::index(s.layout(), p, at);
    for (int r = 0; r < s.length(); ++r, fresh += stride)
        if (!std::equal(fresh, fresh + s.width(), s.words() + r * s.pitch())) return false;
    return true;
}

} // namespace husk::detail
