// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/resampling.hpp>

namespace husk {

/// What the new pixels of an axis are made of: number i is the sum, over k < count, of source pixel
/// first[i] + k times weights[i * count + k]. Those pixels exist: 0 <= first[i] <= limit - count. The weights
/// of a new pixel sum to 1; where it has fewer than `count`, the others are 0.
struct taps {
    std::span<std::int32_t const> first;
    std::span<float const> weights;
    int count;
};

/// How many source pixels a new one is made of, at most.
template <class Arch = void>
auto tap_count(axis const& a, filter f, bool antialias) -> int
{
    return detail::resampling<Arch>(a, f, antialias).count();
}

/// The taps of an axis, in memory of the arena; if it only counts, for at least as many. Computed in doubles,
/// alike on every machine, and rounded last.
template <class Arch>
auto lay_taps(axis const& a, filter f, bool antialias, arena& memory) -> taps
{
    using source = detail::resampling<Arch>;
    source const from(a, f, antialias);
    int const count = memory.counts() ? from.bound() : from.count();
    auto const width = static_cast<std::size_t>(count), out = static_cast<std::size_t>(a.out);
    auto const first = memory.take<std::int32_t>(out);
    auto const weights = memory.take<float>(out * width);
    auto const shares = memory.take<typename source::doubles>(width);
    if (memory.counts()) return {first, weights, count};
    for (std::size_t i = 0; i < out; i += source::eight) {
        auto const begin = from.lay(static_cast<int>(i), count, shares.data());
        typename source::doubles sum{};
        for (auto const& s : shares)
            for (std::size_t n = 0; n < source::eight; ++n) sum[n] += s[n];
        for (std::size_t n = 0; n < source::eight; ++n)
            if (sum[n] == 0) shares[0][n] = sum[n] = 1; // a box may fall between two pixels
        for (auto& s : shares)
            for (std::size_t n = 0; n < source::eight; ++n) s[n] /= sum[n];
        for (std::size_t n = 0; n < std::min<std::size_t>(source::eight, out - i); ++n) {
            first[i + n] = begin[n];
            for (std::size_t k = 0; k < width; ++k)
                weights[(i + n) * width + k] = static_cast<float>(shares[k][n]);
        }
    }
    return {first, weights, count};
}

} // namespace husk
