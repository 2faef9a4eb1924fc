// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/nearest_pixels.hpp>
#include <husk/kernel/squares.hpp>

namespace husk {

/// The rows of an image in memory, seen through a projective map. Its pixels are fetched as they are,
/// whatever their elements and layout, and become colours before they are weighed.
template <view V>
struct projected {
    V image;
    sight through;
    bool clamps; ///< overshooting colours go back into [0, 1]
    int width;   ///< of the rows
    std::array<std::uint8_t, 4> fill_bytes;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        if (through.kind == filter::nearest) sample<Arch, 1>(y, to);
        else if (through.kind == filter::bilinear) sample<Arch, 2>(y, to);
        else sample<Arch, 4>(y, to);
    }

    /// Whether pixels are bytes that are only fetched, and a row of them.
    template <class Arch>
    auto has_pixels() const -> bool
    {
        return std::same_as<V, packed<std::uint8_t const>> && through.kind == filter::nearest;
    }
    template <class Arch>
    void pull_pixels(int y, std::uint8_t* to) const
    {
        if constexpr (std::same_as<V, packed<std::uint8_t const>>)
            detail::nearest_pixels{image, through, width, fill_bytes}.template pull<Arch>(y, to);
    }

private:
    using element = std::remove_const_t<element_of<V>>;
    using spots = detail::spots;
    static constexpr bool has_planes = std::same_as<V, planar<element_of<V>>>;

    template <class Arch, int N>
    void sample(int y, row const& to) const
    {
        if (has_planes || image.channels == 1) sample<Arch, N, 1>(y, to);
        else if (image.channels == 3) sample<Arch, N, 3>(y, to);
        else sample<Arch, N, 4>(y, to);
    }

    /// `C` channels lie side by side: all, or one in each plane.
    template <class Arch, int N, int C>
    void sample(int y, row const& to) const
    {
        if (detail::is_even<Arch>(through.to_image)) sample_line<Arch, N, C, true>(y, to);
        else sample_line<Arch, N, C, false>(y, to);
    }
    template <class Arch, int N, int C, bool Even>
    void sample_line(int y, row const& to) const
    {
        detail::sight_line<Arch, N, Even> const line{through.to_image, y, image.size};
        spots s;
        detail::texels<element, N, C> t;
        for (int x = 0; x < to.width; x += spots::count) {
            line.find(x, s);
            for (int c = 0; c < to.channels; c += C) {
                row const part{to[c] + x, to.plane, std::min(spots::count, to.width - x), C};
                if constexpr (detail::has_squares<Arch, element, N, C>) squares<Arch, Even>(s, t, part);
                else stretch<Arch, Even>(s, t, c, part);
            }
        }
    }

    /// A stretch of a row, the first channel of which is number `channel`.
    template <class Arch, bool Even, int N, int C>
    void stretch(spots const& s, detail::texels<element, N, C>& t, int channel, row const& to) const
    {
        auto const from = plane<Arch>(channel);
        bool const inside = detail::countable<Arch>(image.size, image.pitch) &&
                            detail::inside<Arch, spots::count>(s, Even, 0, image.size, {N, N});
        if (inside) t.template fetch_inside<Arch>(from, s, to.width);
        else t.template fetch<Arch>(from, through.outside, s, 0, static_cast<std::size_t>(to.width));
        auto const fill = colours_outside<Arch, C>(channel);
        for (int i = 0; i < to.width; i += simd::real<Arch>::lanes) {
            auto const at = static_cast<std::size_t>(i);
            put<Arch, C>(inside ? seen_at<Arch, true>(s, t, at, fill) : seen_at<Arch, false>(s, t, at, fill),
                         at, to);
        }
    }

    /// The same by squares of pixels where all are inside, a register at a time.
    template <class Arch, bool Even>
    [[gnu::noinline, gnu::flatten]] void squares(spots const& s, detail::texels<element, 2, 3>& t,
                                                 row const& to) const
    {
        constexpr int n = simd::real<Arch>::lanes;
        auto const from = plane<Arch>(0);
        auto const o = detail::offsets::of<Arch>(s, image.pitch, 3);
        bool const countable = detail::countable<Arch>(image.size, image.pitch);
        bool const inside =
            countable && detail::inside<Arch, spots::count>(s, Even, 0, image.size, detail::square_reads);
        float* const colours[]{to[0], to[1], to[2]};
        for (std::size_t i = 0; i < static_cast<std::size_t>(to.width); i += n)
            if (inside ||
                (countable && detail::inside<Arch, n>(s, Even, i, image.size, detail::square_reads))) {
                auto const p = detail::weighed_squares<Arch>(from, s, o, i);
                simd::for_channels<Arch, 3>([&](auto c) { p[c].store(colours[c] + i); });
            } else near_border<Arch, Even>(s, t, i, to);
    }

    /// A register of which not all is inside.
    template <class Arch, bool Even, int N, int C>
    [[gnu::noinline]] void near_border(spots const& s, detail::texels<element, N, C>& t, std::size_t i,
                                       row const& to) const
    {
        using reals = simd::real<Arch>;
        auto const fill = colours_outside<Arch, C>(0);
        if (through.outside == border::constant &&
            detail::beyond<Arch, reals::lanes>(s, Even, i, image.size, {N, N})) {
            auto const p = detail::weighed<Arch, element, N, C>(reals::load(s.right_of.data() + i),
                                                                reals::load(s.below.data() + i),
                                                                [&](std::size_t) { return fill; });
            return put<Arch, C>(p, i, to);
        }
        t.template fetch<Arch>(plane<Arch>(0), through.outside, s, i, i + reals::lanes);
        put<Arch, C>(seen_at<Arch, false>(s, t, i, fill), i, to);
    }

    template <class Arch, bool Inside, int N, int C>
    auto seen_at(spots const& s, detail::texels<element, N, C> const& t, std::size_t i,
                 simd::pixels<Arch, C> const& fill) const -> simd::pixels<Arch, C>
    {
        using reals = simd::real<Arch>;
        return detail::weighed<Arch, element, N, C>(
            reals::load(s.right_of.data() + i), reals::load(s.below.data() + i),
            [&](std::size_t tap) { return t.template colours<Arch, Inside>(tap, i, fill); });
    }

    template <class Arch, int C>
    [[gnu::always_inline]] void put(simd::pixels<Arch, C> const& p, std::size_t i, row const& to) const
    {
        simd::for_channels<Arch, C>([&](auto c) { (clamps ? clamped(p[c]) : p[c]).store(to[c] + i); });
    }

    template <class Arch, int C>
    auto colours_outside(int channel) const -> simd::pixels<Arch, C>
    {
        simd::pixels<Arch, C> fill;
        simd::for_channels<Arch, C>([&](auto c) {
            // what is not there is opaque
            fill[c] = channel + c < 3 ? through.fill[static_cast<std::size_t>(channel + c)] : 1.f;
        });
        return fill;
    }

    template <class Arch>
    auto plane(int channel) const -> detail::texture<element>
    {
        if constexpr (has_planes) return {image.row(0, channel), image.size, image.pitch};
        else return {image.data, image.size, image.pitch};
    }
};

} // namespace husk
