// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>
#include <husk/kernel/sight_line.hpp>
#include <husk/simd/pixels.hpp>

#include <algorithm>
#include <cstring>

namespace husk::detail {

/// The rows of an image of bytes, seen through a projective map: of each place the pixel that it falls into,
/// which is only moved.
struct nearest_pixels {
    packed<std::uint8_t const> image;
    sight const& through;
    int width; ///< of the rows
    std::array<std::uint8_t, 4> const& fill;

    template <class Arch>
    void pull(int y, std::uint8_t* to) const
    {
        if (image.channels == 1) pull<Arch, 1>(y, to);
        else if (image.channels == 3) pull<Arch, 3>(y, to);
        else pull<Arch, 4>(y, to);
    }

private:
    template <class Arch, int C>
    void pull(int y, std::uint8_t* to) const
    {
        if (is_even<Arch>(through.to_image)) move_line<Arch, C, true>(y, to);
        else move_line<Arch, C, false>(y, to);
    }

    /// A whole stretch at once, if all of it is inside, or in eights, of which few are not.
    template <class Arch, int C, bool Even>
    [[gnu::noinline, gnu::flatten]] void move_line(int y, std::uint8_t* to) const
    {
        sight_line<Arch, 1, Even> const line{through.to_image, y, image.size};
        spots s;
        for (int x = 0; x < width; x += spots::count) {
            line.find(x, s);
            auto const o = offsets::of<Arch>(s, image.pitch, C);
            auto* const at = to + std::ptrdiff_t{C} * x;
            if (move_inside<Arch, C, Even, spots::count>(s, o, 0, width - x, at)) continue;
            for (int i = 0; i < std::min(spots::count, width - x); i += 8)
                if (!move_inside<Arch, C, Even, 8>(s, o, i, width - x - i, at + C * i))
                    move_near_border<Arch, C>(s, i, width - x - i, at + C * i);
        }
    }

    /// `Count` pixels, from number `begin` of a stretch on, or the `left` that are left of the row: if all
    /// are inside.
    template <class Arch, int C, bool Even, int Count>
    auto move_inside(spots const& s, offsets const& o, int begin, int left, std::uint8_t* to) const -> bool
    {
        // Three bytes are moved as four, the last of which the next pixel writes over, if there is one.
        constexpr int moved = C == 3 ? 4 : C;
        if (!countable<Arch>(image.size, image.pitch) ||
            !inside<Arch, Count>(s, Even, static_cast<std::size_t>(begin), image.size, {C == 3 ? 2 : 1, 1}))
            return false;
        auto const* const from = image.data;
        auto const* const at = o.from_first.data() + begin;
        int const end = left > Count ? Count : left - 1;
        int i = 0;
        for (; i + 8 <= end; i += 8)
            simd::for_channels<Arch, 8>(
                [&](auto k) { std::memcpy(to + C * (i + k), from + at[i + k], moved); });
        for (; i < end; ++i) std::memcpy(to + C * i, from + at[i], moved);
        if (left <= Count) std::memcpy(to + C * end, from + at[end], C);
        return true;
    }

    template <class Arch, int C>
    void move_near_border(spots const& s, int begin, int left, std::uint8_t* to) const
    {
        for (int i = 0; i < std::min(8, left); ++i) {
            auto const n = static_cast<std::size_t>(begin + i);
            int const x = place<Arch>(s.left[n], image.size.width, through.outside),
                      y = place<Arch>(s.top[n], image.size.height, through.outside);
            std::memcpy(to + C * i, x < 0 || y < 0 ? fill.data() : image.at(x, y), C);
        }
    }
};

} // namespace husk::detail
