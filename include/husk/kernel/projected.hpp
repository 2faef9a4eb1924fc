// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/sight.hpp>
#include <husk/kernel/texels.hpp>

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
        if constexpr (std::same_as<V, packed<std::uint8_t const>>) {
            if (image.channels == 1) move<Arch, 1>(y, to);
            else if (image.channels == 3) move<Arch, 3>(y, to);
            else move<Arch, 4>(y, to);
        }
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
        spots s;
        detail::texels<element, N, C> t;
        for (int x = 0; x < to.width; x += spots::count) {
            int const count = std::min(spots::count, to.width - x);
            find<Arch, N>(x, y, s);
            bool const inside = detail::inside<Arch>(s, image.size, image.pitch, N);
            for (int c = 0; c < to.channels; c += C) {
                row const part{to[c] + x, to.plane, count, C};
                if (inside) {
                    t.template fetch_inside<Arch>(plane<Arch>(c), s, count);
                    weigh<Arch, true>(t, s, c, part);
                } else {
                    t.template fetch<Arch>(plane<Arch>(c), through.outside, s, count);
                    weigh<Arch, false>(t, s, c, part);
                }
            }
        }
    }

    template <class Arch, int C>
    void move(int y, std::uint8_t* to) const
    {
        spots s;
        for (int x = 0; x < width; x += spots::count, to += C * spots::count) {
            find<Arch, 1>(x, y, s);
            auto const each = [&](auto const& from) {
                for (std::size_t i = 0; i < static_cast<std::size_t>(std::min(spots::count, width - x)); ++i)
                    std::memcpy(to + C * i, from(i), C);
            };
            if (detail::inside<Arch>(s, image.size, image.pitch, 1)) {
                auto const o = detail::offsets::of<Arch>(s, static_cast<int>(image.pitch), C);
                each([&](std::size_t i) { return image.data + o.from_first[i]; });
            } else each([&](std::size_t i) { return seen<Arch>(s.left[i], s.top[i]); });
        }
    }

    /// The pixel at a place that may lie outside.
    template <class Arch>
    auto seen(int x, int y) const -> element const*
    {
        x = place<Arch>(x, image.size.width, through.outside);
        y = place<Arch>(y, image.size.height, through.outside);
        return x < 0 || y < 0 ? fill_bytes.data() : image.at(x, y);
    }

    template <class Arch>
    auto plane(int channel) const -> detail::texture<element>
    {
        if constexpr (has_planes) return {image.row(0, channel), image.size, image.pitch};
        else return {image.data, image.size, image.pitch};
    }

    template <class Arch, int N>
    void find(int x, int y, spots& s) const
    {
        auto const& m = through.to_image;
        auto const at = [&](std::size_t r) { return detail::row_at<Arch>(m, r, x + .5, y + .5); };
        // Pixels that share a place begin here; a single one is where the place falls into.
        double const back = N == 1 ? 0 : N == 2 ? .5 : 1.5, weight = at(2);
        auto const axis = [&](std::size_t r, int length, auto& whole, auto& fraction) {
            double const start = at(r) - detail::product<Arch>(back, weight);
            double const step = m[3 * r] - detail::product<Arch>(back, m[6]);
            detail::locate<Arch>({start, step, weight, m[6]}, length, whole.data(), fraction.data());
        };
        axis(0, image.size.width, s.left, s.right_of);
        axis(1, image.size.height, s.top, s.below);
    }

    template <class Arch, bool Inside, int N, int C>
    void weigh(detail::texels<element, N, C> const& t, spots const& s, int channel, row const& to) const
    {
        simd::pixels<Arch, C> fill;
        simd::for_channels<Arch, C>([&](auto c) {
            // what is not there is opaque
            fill[c] = channel + c < 3 ? through.fill[static_cast<std::size_t>(channel + c)] : 1.f;
        });
        for (int i = 0; i < to.width; i += simd::real<Arch>::lanes) {
            auto const sum = detail::weighed<Arch, Inside>(t, s, static_cast<std::size_t>(i), fill);
            simd::for_channels<Arch, C>(
                [&](auto c) { (clamps ? clamped(sum[c]) : sum[c]).store(to[c] + i); });
        }
    }
};

} // namespace husk
