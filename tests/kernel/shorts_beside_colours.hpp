// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"

#include <husk/kernel/short_point.hpp>
#include <husk/simd/arch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace shorts_beside_colours {

/// A colour's levels, from 0 to 255.
using colour = std::array<double, 3>;

/// The bytes of many colours, of all greys and of all that are black or white in a channel.
inline auto pixels() -> std::vector<std::uint8_t>
{
    std::vector<std::uint8_t> all;
    for (int n = 0; n < 256; ++n)
        for (int const i : {n, 0, 255}) {
            auto const a = static_cast<std::uint8_t>(n), b = static_cast<std::uint8_t>(i);
            for (auto const v : {a, b, b, b, a, b, b, b, a, a, a, b, b, a, a, a, b, a}) all.push_back(v);
        }
    for (std::uint32_t i = 0; i < 60'000; ++i)
        all.push_back(static_cast<std::uint8_t>(i * 2654435761u >> 11));
    return all;
}

/// How far, in levels, bytes that k makes are from expected(colour) at most.
template <class Arch, class K, class F>
auto farthest(K const& k, F expected) -> double
{
    auto const from = pixels();
    std::vector<std::uint8_t> to(from.size());
    husk::detail::short_point<Arch, K>{k}(from.data(), to.data(), static_cast<int>(from.size()) / 3, 3, 0);
    double most = 0;
    for (std::size_t i = 0; i < from.size(); i += 3) {
        colour const c = expected(colour{double(from[i]), double(from[i + 1]), double(from[i + 2])});
        for (std::size_t j = 0; j < 3; ++j)
            most = std::max(most, std::abs(std::clamp(c[j], 0., 255.) - double(to[i + j])));
    }
    return most;
}

} // namespace shorts_beside_colours
