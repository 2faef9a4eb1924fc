// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/byte_order.hpp>

namespace husk::detail {

/// The first three channels of pixels of bytes; order[i] says which one becomes channel i. Of one channel,
/// what is there.
template <class Arch>
struct shuffled_bytes {
    std::array<std::uint8_t, 3> order;

    void operator()(std::uint8_t const* from, std::uint8_t* to, int width, int channels, int) const
    {
        if (channels == 3) shuffle<3>(from, to, width);
        else if (channels == 4) shuffle<4>(from, to, width);
        else if (from != to) std::memcpy(to, from, static_cast<std::size_t>(width));
    }

private:
    /// Pixels of N bytes, sixteen bytes at a time where that can be.
    template <int N>
    void shuffle(std::uint8_t const* from, std::uint8_t* to, int width) const
    {
        constexpr int block = 16 / N, touched = (16 + N - 1) / N; // pixels; the last byte of 5 x 3 + 1 stays
        if constexpr (simd::orders_bytes<Arch>) {
            using bytes = simd::sixteen<Arch>;
            auto const lanes = bytes::load(byte_order<N>().data());
            // The next are read before these are written: where they lie in one place they share a byte.
            for (auto now = width >= touched ? bytes::load(from) : lanes; width >= touched;) {
                width -= block, from += block * N;
                auto const next = width >= touched ? bytes::load(from) : lanes;
                now.in(lanes).store(to);
                to += block * N;
                now = next;
            }
        }
        for (; width > 0; --width, from += N, to += N) {
            std::array const p{from[0], from[1], from[2]};
            for (std::size_t i = 0; i < 3; ++i) to[i] = p[order[i]];
            if constexpr (N == 4) to[3] = from[3];
        }
    }

    template <int N>
    auto byte_order() const -> simd::byte_order
    {
        simd::byte_order b{};
        for (std::size_t i = 0; i < b.size(); ++i)
            b[i] = static_cast<std::uint8_t>(i / N == 16 / N || i % N == 3 ? i : i / N * N + order[i % N]);
        return b;
    }
};

} // namespace husk::detail
