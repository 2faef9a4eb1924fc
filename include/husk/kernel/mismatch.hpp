// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/strip.hpp>
#include <husk/simd/tail.hpp>

namespace husk::detail {

/// The sum of measure(pairs of |differences|) between a candidate and what is laid, over the strip from row
/// `begin` on. Exact, in integers.
template <class Arch, class Measure>
auto summed_mismatch(guide const& g, strip const& s, guide::part const& p, point at, int begin,
                     Measure const& measure) -> std::int64_t
{
    using words = simd::batch<std::uint32_t, Arch>;
    constexpr int step = static_cast<int>(words::size);
    words const low(0x00ff00ffu);
    auto const of = [&](words const& v) { return measure(simd::bit_cast<std::int16_t>(v)); };
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
            row += of(d & low) + of(d >> 8 & low);
        }
        total += simd::sum(row);
    }
    return total;
}

/// Of the squared differences: the classic error of Efros and Freeman.
template <class Arch>
auto squared_mismatch(guide const& g, strip const& s, guide::part const& p, point at, int begin)
    -> std::int64_t
{
    return summed_mismatch<Arch>(g, s, p, at, begin,
                                 [](auto const& pairs) { return simd::madd<Arch>(pairs, pairs); });
}

/// Of the absolute differences.
template <class Arch>
auto absolute_mismatch(guide const& g, strip const& s, guide::part const& p, point at, int begin)
    -> std::int64_t
{
    simd::batch<std::int16_t, Arch> const one(std::int16_t{1});
    return summed_mismatch<Arch>(g, s, p, at, begin,
                                 [&](auto const& pairs) { return simd::madd<Arch>(pairs, one); });
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
