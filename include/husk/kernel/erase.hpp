// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/rect.hpp>
#include <husk/kernel/byte_colour.hpp>
#include <husk/kernel/copy.hpp>

#include <algorithm>
#include <array>

namespace husk::detail {

/// One colour over what a box covers of row `y`, of the first three channels.
template <class Arch>
void erase(rect const& box, std::array<float, 3> const& colour, row const& r, int y)
{
    if (y < box.at.y || y >= box.bottom()) return;
    for (int c = 0; c < std::min(r.channels, 3); ++c)
        std::fill_n(r[c] + box.at.x, box.size.width, colour[static_cast<std::size_t>(c)]);
}

/// The same over pixels of bytes; `all` over those of an image with three channels.
template <class Arch>
struct erased_bytes {
    rect box;
    std::array<std::uint8_t, 4> colour;

    void operator()(std::uint8_t const* from, std::uint8_t* to, int width, int channels, int y) const
    {
        if (from != to) std::memcpy(to, from, static_cast<std::size_t>(width * channels));
        if (box.size.empty() || y < box.at.y || y >= box.bottom()) return;
        auto* const first = to + std::ptrdiff_t{channels} * box.at.x;
        if (channels < 4) return fill_pixels<Arch>(first, box.size.width, channels, colour.data());
        for (int x = 0; x < box.size.width; ++x) std::memcpy(first + 4 * x, colour.data(), 3);
    }

    /// A whole image: copied, then one row of the box painted and copied to the others.
    void all(packed<std::uint8_t const> from, packed<std::uint8_t> to) const
    {
        auto const* const source = reinterpret_cast<std::byte const*>(from.data);
        auto* const target = reinterpret_cast<std::byte*>(to.data);
        copy_rows<Arch>(source, from.pitch, target, to.pitch,
                        static_cast<std::size_t>(from.channels * from.size.width), from.size.height);
        if (box.size.empty()) return;
        auto* const first = to.at(box.at.x, box.at.y);
        fill_pixels<Arch>(first, box.size.width, from.channels, colour.data());
        auto* const painted = reinterpret_cast<std::byte*>(first);
        copy_rows<Arch>(painted, 0, painted + to.pitch, to.pitch,
                        static_cast<std::size_t>(from.channels * box.size.width), box.size.height - 1);
    }
};

inline void require_colour(std::string_view argument, std::array<float, 3> const& colour)
{
    for (float const c : colour)
        require(c >= -1e6f && c <= 1e6f, argument, c, "must be finite, and at most a million in size");
}

} // namespace husk::detail
