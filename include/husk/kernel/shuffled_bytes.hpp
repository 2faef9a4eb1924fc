// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/long_rows.hpp>
#include <husk/simd/byte_order.hpp>
#include <husk/simd/pixels.hpp>

#include <cstring>

namespace husk::detail {

/// The first three channels of pixels of bytes; order[i] says which one becomes channel i. Of one channel,
/// what is there.
template <class Arch>
class shuffled_bytes {
public:
    explicit shuffled_bytes(std::array<std::uint8_t, 3> const& order) : order_(order)
    {
        for (int k = 0; k < 3; ++k)
            for (int s = 0; s < 3; ++s)
                for (int i = 0; i < 16; ++i) {
                    // Of three registers, where byte i of the k-th comes from, if it is the one s - 1
                    // further.
                    int const byte = 16 * k + i,
                              from = byte / 3 * 3 + order[static_cast<std::size_t>(byte % 3)];
                    bool const there = from / 16 == k + s - 1;
                    of_three_[at(3 * k + s)][at(i)] = static_cast<std::uint8_t>(there ? from % 16 : 0x80);
                }
        for (int i = 0; i < 16; ++i)
            of_four_[at(i)] = static_cast<std::uint8_t>(i % 4 == 3 ? i : i / 4 * 4 + order[at(i % 4)]);
    }

    void operator()(std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width, int channels, int) const
    {
        if (channels == 3) shuffle<3>(from, to, width);
        else if (channels == 4) shuffle<4>(from, to, width);
        else if (from != to) std::memcpy(to, from, static_cast<std::size_t>(width));
    }

    /// Those of an image in other memory than the target's.
    void all(packed<std::uint8_t const> from, packed<std::uint8_t> to) const
    {
        auto const rows = long_rows<Arch>::of(from, to);
        for (int y = 0; y < rows.height; ++y) (*this)(from.row(y), to.row(y), rows.width, from.channels, y);
    }

private:
    static constexpr int block = 16; // pixels: whole registers of whole pixels

    static constexpr auto at(int i) -> std::size_t { return static_cast<std::size_t>(i); }

    template <int N>
    void shuffle(std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width) const
    {
        if constexpr (simd::orders_bytes<Arch>)
            if (width >= block) return by_blocks<N>(from, to, width);
        // A store of bytes might change the order, for all that a compiler knows, unless it is its own.
        int const red = order_[0], green = order_[1], blue = order_[2];
        for (; width > 0; --width, from += N, to += N) {
            std::array const p{from[red], from[green], from[blue]};
            for (std::size_t i = 0; i < 3; ++i) to[i] = p[i];
            if constexpr (N == 4) to[3] = from[3];
        }
    }

    /// Where to and from are the same, the last block is read before one that it overlaps is written.
    template <int N>
    [[gnu::noinline]] void by_blocks(std::uint8_t const* from, std::uint8_t* to, std::ptrdiff_t width) const
    {
        using bytes = simd::sixteen<Arch>;
        constexpr std::size_t count = N == 3 ? 9 : 1;
        std::array<bytes, count> orders;
        for (std::size_t i = 0; i < count; ++i)
            orders[i] = bytes::load(N == 3 ? of_three_[i].data() : of_four_.data());
        auto const shuffled = [&](std::ptrdiff_t i) __attribute__((always_inline))
        {
            std::array<bytes, std::size_t{N}> in, out;
            simd::for_channels<Arch, N>([&](auto k) { in[k] = bytes::load(from + i + 16 * k); });
            simd::for_channels<Arch, N>([&](auto k) {
                if constexpr (N == 4) out[k] = in[k].in(orders[0]);
                else {
                    out[k] = in[k].in(orders[3 * k + 1]);
                    if constexpr (k > 0) out[k] = out[k] | in[k - 1].in(orders[3 * k]);
                    if constexpr (k < 2) out[k] = out[k] | in[k + 1].in(orders[3 * k + 2]);
                }
            });
            return out;
        };
        auto const put = [&](auto const& out, std::ptrdiff_t i) __attribute__((always_inline))
        {
            simd::for_channels<Arch, N>([&](auto k) { out[k].store(to + i + 16 * k); });
        };
        auto const rest = std::ptrdiff_t{N} * (width - block);
        auto const last = shuffled(rest);
        for (std::ptrdiff_t i = 0; i < rest; i += N * block) put(shuffled(i), i);
        put(last, rest);
    }

    std::array<std::uint8_t, 3> order_;
    std::array<simd::byte_order, 9> of_three_;
    simd::byte_order of_four_;
};

} // namespace husk::detail
