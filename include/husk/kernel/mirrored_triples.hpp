// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/byte_order.hpp>
#include <husk/simd/pixels.hpp>

#include <array>

namespace husk::detail {

/// Pixels of three bytes in the other direction, a block at a time: whole registers of whole pixels.
inline constexpr int mirrored_at_once = 16;

/// Of a block, three times 16 bytes: which of the s-th become which of the k-th.
constexpr auto mirrored_order(int k, int s) -> simd::byte_order
{
    simd::byte_order order{};
    for (int i = 0; i < 16; ++i) {
        int const byte = 16 * k + i, from = 3 * (mirrored_at_once - 1 - byte / 3) + byte % 3;
        order[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(from / 16 == s ? from % 16 : 0x80);
    }
    return order;
}

inline constexpr std::array<simd::byte_order, 9> mirrored_orders{
    mirrored_order(0, 0), mirrored_order(0, 1), mirrored_order(0, 2),
    mirrored_order(1, 0), mirrored_order(1, 1), mirrored_order(1, 2),
    mirrored_order(2, 0), mirrored_order(2, 1), mirrored_order(2, 2)};

/// `count` pixels, mirrored_at_once or more, to memory that is not theirs. The last block overlaps the one
/// before.
template <class Arch>
[[gnu::noinline]] void mirror_triples(std::uint8_t const* from, std::uint8_t* to, int count)
{
    using bytes = simd::sixteen<Arch>;
    constexpr std::ptrdiff_t block = 3 * mirrored_at_once;
    std::array<bytes, 9> order;
    simd::for_channels<Arch, 9>([&](auto i) { order[i] = bytes::load(mirrored_orders[i].data()); });
    auto const mirror = [&](std::uint8_t const* begin, std::uint8_t* target) __attribute__((always_inline))
    {
        std::array<bytes, 3> in;
        simd::for_channels<Arch, 3>([&](auto s) { in[s] = bytes::load(begin + 16 * s); });
        simd::for_channels<Arch, 3>([&](auto k) {
            // The 16 bytes in the middle of a block hold parts of all three; those at its ends of two.
            auto out = in[1].in(order[3 * k + 1]);
            if constexpr (k > 0) out = out | in[0].in(order[3 * k]);
            if constexpr (k < 2) out = out | in[2].in(order[3 * k + 2]);
            out.store(target + 16 * k);
        });
    };
    std::ptrdiff_t const last = std::ptrdiff_t{3} * count - block;
    for (std::ptrdiff_t i = 0; i < last; i += block) mirror(from + last - i, to + i);
    mirror(from, to + last);
}

} // namespace husk::detail
