// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/strip.hpp>
#include <husk/simd/madd.hpp>
#include <husk/simd/pieces.hpp>
#include <husk/simd/sad.hpp>
#include <husk/simd/tail.hpp>

namespace husk::detail {

/// How far a candidate at `at` of an exemplar is from what is laid, by samples: the sum of the pixels'
/// distances in every fourth column of every eighth row of the strip.
template <class Arch>
auto sampled_mismatch(guide const& g, strip const& s, guide::part const& p, point at) -> std::int64_t
{
    using words = simd::batch<std::int32_t, Arch>;
    using bytes = simd::batch<std::uint8_t, Arch>;
    auto const stride = guide::stride(s.layout(), p), jump = guide::sparse_rows * stride;
    auto const along = s.layout() == 0 ? at.y : at.x, across = s.layout() == 0 ? at.x : at.y;
    auto const* const from =
        g.samples(s.layout()) + p.first + (along + s.row(0)) * stride + guide::sampled(across, stride);
    simd::batch<std::uint16_t, Arch> const low(std::uint16_t{255});
    simd::batch<std::int16_t, Arch> const ones(std::int16_t{1});
    words const cap(g.cap());
    words total(0);
    for (int chunk = 0; chunk < s.chunks(); ++chunk) {
        auto const* word = from + chunk * strip::per_chunk;
        auto const* laid = reinterpret_cast<std::uint8_t const*>(s.samples(chunk, 0));
        auto const* mask = reinterpret_cast<std::uint8_t const*>(s.masks(chunk, 0));
        for (int i = 0; i < s.rows(); i += simd::pieces<Arch>) {
            auto const row = [&](int k) { return reinterpret_cast<std::uint8_t const*>(word + k * jump); };
            auto const fresh = simd::load_pieces<Arch>(row) & bytes::load_unaligned(mask);
            auto const d = simd::bit_cast<std::uint16_t>(
                simd::absolute_difference<Arch>(fresh, bytes::load_unaligned(laid)));
            auto const pairs = simd::bit_cast<std::int16_t>((d & low) + (d >> 8));
            total += xsimd::min(simd::madd<Arch>(pairs, ones), cap);
            word += simd::pieces<Arch> * jump, laid += bytes::size, mask += bytes::size;
        }
    }
    return simd::sum(total);
}

/// The sum of squared differences between a candidate and what is laid, over the strip from row `begin` on:
/// the classic error of Efros and Freeman. Exact, in integers.
template <class Arch>
auto squared_mismatch(guide const& g, strip const& s, guide::part const& p, point at, int begin)
    -> std::int64_t
{
    using halves = simd::batch<std::int16_t, Arch>;
    constexpr int step = static_cast<int>(halves::size);
    auto const stride = guide::stride(s.layout(), p), first = g.index(s.layout(), p, at);
    std::int64_t total = 0;
    for (int r = begin; r < s.length(); ++r) {
        simd::batch<std::int32_t, Arch> row(0);
        for (int j = 0; j < s.width(); j += step) {
            auto const inside = simd::first_lanes<std::int16_t, Arch>(s.width() - j);
            for (int c = 0; c < g.channels(); ++c) {
                auto const fresh = halves::load_unaligned(g.plane(s.layout(), c) + first + r * stride + j);
                auto const d = (fresh - halves::load_unaligned(s.plane(c) + r * s.pitch() + j)) & inside;
                row += simd::madd<Arch>(d, d);
            }
        }
        total += simd::sum(row);
    }
    return total;
}

} // namespace husk::detail
