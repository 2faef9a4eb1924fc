// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>

namespace husk {

/// The stage that a chain begins with: pixels in memory become colours.
template <view V>
struct reader {
    V from;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        unpack<Arch>(from, 0, y, to);
    }

    /// Pixels of three bytes; otherwise nothing.
    template <class Arch>
    auto bytes() const -> packed<std::uint8_t const>
    {
        if constexpr (std::same_as<V, packed<std::uint8_t const>>)
            if (from.channels == 3) return from;
        return {};
    }

    /// Planes of floats; otherwise nothing.
    template <class Arch>
    auto planes() const -> planar<float const>
    {
        if constexpr (std::same_as<V, planar<float const>>) return from;
        else return {};
    }

    /// Whether the pixels are bytes side by side, and a row of them.
    template <class Arch>
    auto has_pixels() const -> bool
    {
        return std::same_as<V, packed<std::uint8_t const>>;
    }
    template <class Arch>
    auto whole_pixels() const -> bool
    {
        return true;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        if constexpr (std::same_as<V, packed<std::uint8_t const>>)
            std::memcpy(to, from.row(y), static_cast<std::size_t>(from.size.width * from.channels));
    }

    /// Whether rows are had faster as four floats a pixel, and such a row, or it and the next one abreast.
    template <class Arch>
    auto has_quads() const -> bool
    {
        return simd::quads_at_once<Arch> > 0 && std::same_as<V, packed<std::uint8_t const>> &&
               from.channels == 3;
    }
    template <class Arch>
    void pull_quads(int y, int rows, float* to) const
    {
        if constexpr (std::same_as<V, packed<std::uint8_t const>>) {
            if (rows == 1) detail::unpack_quads<Arch>(std::array{from.row(y)}, from.size.width, to);
            else detail::unpack_quads<Arch>(std::array{from.row(y), from.row(y + 1)}, from.size.width, to);
        }
    }
};

} // namespace husk
