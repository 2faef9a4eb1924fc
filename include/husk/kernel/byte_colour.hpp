// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>

#include <array>

namespace husk::detail {

/// A colour, and full alpha, as pack makes them of bytes.
template <class Arch>
auto as_bytes(std::array<float, 3> const& colour) -> std::array<std::uint8_t, 4>
{
    constexpr int most_lanes = 16;
    std::array<std::array<float, most_lanes>, 4> planes{};
    for (std::size_t c = 0; c < 4; ++c) planes[c][0] = c < 3 ? colour[c] : 1.f;
    std::array<std::uint8_t, 4> bytes{};
    pack<Arch>(row{planes[0].data(), most_lanes, 1, 4}, packed<std::uint8_t>{bytes.data(), {1, 1}, 4}, 0);
    return bytes;
}

/// `count` pixels, all like one of N bytes, 3 or 4.
template <class Arch, int N>
void fill_pixels(std::uint8_t* to, int count, std::uint8_t const* pixel)
{
    // Whole pixels and whole registers, put together where no memory need be waited for.
    std::array<std::uint64_t, 6> tile;
    for (int i = 0; i < 3; ++i) {
        std::uint64_t eight = 0;
        for (int j = 0; j < 8; ++j) eight |= std::uint64_t{pixel[(8 * i + j) % N]} << 8 * j;
        tile[static_cast<std::size_t>(i)] = tile[static_cast<std::size_t>(i + 3)] = eight;
    }
    constexpr int block = sizeof tile;
    auto const all = std::ptrdiff_t{N} * count;
    std::ptrdiff_t i = 0;
    for (; i + block <= all; i += block) std::memcpy(to + i, tile.data(), block);
    std::memcpy(to + i, tile.data(), static_cast<std::size_t>(all - i));
}

/// `count` pixels, all like one of `channels` bytes.
template <class Arch>
void fill_pixels(std::uint8_t* to, int count, int channels, std::uint8_t const* pixel)
{
    if (channels == 3) fill_pixels<Arch, 3>(to, count, pixel);
    else if (channels == 4) fill_pixels<Arch, 4>(to, count, pixel);
    else std::memset(to, *pixel, static_cast<std::size_t>(count));
}

} // namespace husk::detail
