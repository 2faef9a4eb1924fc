// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/stream.hpp>
#include <husk/simd/words.hpp>

#include <span>

namespace husk::detail {

template <class Arch>
using word_block = std::array<simd::words<Arch>, 4>;

/// philox4x32, several blocks side by side.
template <class Arch>
auto philox_lanes(word_block<Arch> c, philox_key k) -> word_block<Arch>
{
    for (int round = 0; round < 10; ++round) {
        auto const a = multiply(c[0], 0xD2511F53), b = multiply(c[2], 0xCD9E8D57);
        c = {b.high ^ c[1] ^ k[0], b.low, a.high ^ c[3] ^ k[1], a.low};
        k = {k[0] + 0x9E3779B9, k[1] + 0xBB67AE85};
    }
    return c;
}

/// Fills `out`, a multiple of 64 words, with random bits that follow from four words of the stream: the same
/// whatever the number of lanes.
template <class Arch>
void fill_random(std::span<std::uint32_t> out, stream& g)
{
    using W = simd::words<Arch>;
    auto const a = g.bits(), b = g.bits(), c = g.bits(), d = g.bits();
    auto const quarter = out.size() / 4;
    for (std::size_t i = 0; i < quarter; i += W::lanes) {
        auto const block =
            philox_lanes<Arch>({W::count_from(static_cast<std::uint32_t>(i)), W(0u), W(c), W(d)}, {a, b});
        for (std::size_t k = 0; k < 4; ++k) block[k].store(out.data() + k * quarter + i);
    }
}

} // namespace husk::detail
