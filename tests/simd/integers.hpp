// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/stream.hpp>
#include <husk/simd/batch.hpp>

#include <array>

namespace support {

/// A register full of random lanes, a third of them at the ends of their range.
template <class T>
auto random_lanes(husk::stream& g)
{
    std::array<T, husk::simd::lanes<T, husk::simd::best>> v{};
    for (auto& x : v) {
        x = static_cast<T>(g.bits());
        if (g.below(6) == 0) x = std::numeric_limits<T>::max();
        if (g.below(6) == 0)
            x = static_cast<T>(std::numeric_limits<T>::min() + (std::is_signed_v<T> ? 1 : 0));
    }
    return v;
}

template <class T>
auto loaded(std::array<T, husk::simd::lanes<T, husk::simd::best>> const& v)
{
    return husk::simd::batch<T, husk::simd::best>::load_unaligned(v.data());
}

} // namespace support
