// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>

namespace husk {

using philox_counter = std::array<std::uint32_t, 4>;
using philox_key = std::array<std::uint32_t, 2>;

/// Philox4x32-10: for each key a bijection from counters to random bits (Salmon et al., "Parallel Random
/// Numbers: As Easy as 1, 2, 3", SC 2011). Its published known answers are checked below.
constexpr auto philox4x32(philox_counter c, philox_key k) -> philox_counter
{
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        auto const a = std::uint64_t{0xD2511F53} * c[0];
        auto const b = std::uint64_t{0xCD9E8D57} * c[2];
        c = {static_cast<std::uint32_t>(b >> 32) ^ c[1] ^ k[0], static_cast<std::uint32_t>(b),
             static_cast<std::uint32_t>(a >> 32) ^ c[3] ^ k[1], static_cast<std::uint32_t>(a)};
        k = {k[0] + 0x9E3779B9, k[1] + 0xBB67AE85};
    }
    return c;
}

// The three known answers of the Random123 distribution.
static_assert(philox4x32({0, 0, 0, 0}, {0, 0}) ==
              philox_counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
static_assert(philox4x32({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) ==
              philox_counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
static_assert(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
              philox_counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});

} // namespace husk
