// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/stream.hpp>
#include <husk/simd/shorts.hpp>

#include <vector>

namespace support {

template <class Arch>
auto levels_of(husk::simd::shorts<Arch> v) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(static_cast<std::size_t>(v.lanes));
    v.store(all.data());
    return all;
}

inline auto some_levels(husk::stream& g, std::size_t n) -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all(n);
    for (auto& v : all) v = static_cast<std::uint8_t>(g.below(256));
    return all;
}

} // namespace support
