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

/// `count` pixels, all like one of `channels` bytes.
template <class Arch>
void fill_pixels(std::uint8_t* to, int count, int channels, std::uint8_t const* pixel)
{
    auto const all = static_cast<std::size_t>(count * channels);
    std::memcpy(to, pixel, std::min(all, static_cast<std::size_t>(channels)));
    for (auto done = static_cast<std::size_t>(channels); done < all; done *= 2)
        std::memcpy(to + done, to, std::min(done, all - done));
}

} // namespace husk::detail
