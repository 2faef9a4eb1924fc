// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/laid_taps.hpp>
#include <husk/kernel/places.hpp>
#include <husk/kernel/unrolled.hpp>
#include <husk/simd/couples.hpp>
#include <husk/simd/kept.hpp>
#include <husk/simd/octets.hpp>

#include <algorithm>
#include <type_traits>

namespace husk::detail {

/// Sums of absolute differences of bytes, of eight in each lane.
template <class Arch>
struct byte_distances {
    using arch = Arch;
    using lanes = simd::octets<Arch>;
    using pictures = lane_pictures<std::uint8_t, 8>;
    using taps = laid_taps<std::uint8_t, 8>;
    static constexpr bool masked = true;
    static auto of(lanes a, lanes b) -> typename lanes::sums { return lanes::distances(a, b); }
};

/// Sums of products; what is not laid is zero, so that it takes no mask.
template <class Arch>
struct products {
    using arch = Arch;
    using lanes = simd::couples<Arch>;
    using pictures = lane_pictures<std::int16_t, 2>;
    using taps = laid_taps<std::int16_t, 2>;
    static constexpr bool masked = false;
    static auto of(lanes a, lanes b) -> typename lanes::sums { return lanes::products(a, b); }
};

/// Sums of squared differences.
template <class Arch>
struct squares {
    using arch = Arch;
    using lanes = simd::couples<Arch>;
    using pictures = lane_pictures<std::int16_t, 2>;
    using taps = laid_taps<std::int16_t, 2>;
    static constexpr bool masked = true;
    static auto of(lanes a, lanes b) -> typename lanes::sums { return lanes::squares(a, b); }
};

/// A tile of a sweep: `Places` registers of places, one under the other, against `Taps` units, one under the
/// other too, so that of Places x Taps comparisons only Places + Taps - 1 registers are read. All stay in
/// registers: eight sums, four units, what is read and a difference are 14 of 16.
template <class Metric, int Places, int Taps, bool Masked>
[[gnu::always_inline]] inline void tile(typename Metric::lanes::unit const* picture, std::ptrdiff_t pitch,
                                        typename Metric::lanes::unit const* taps,
                                        typename Metric::lanes::unit mask, typename Metric::lanes::sums* sums)
{
    using lanes = typename Metric::lanes;
    lanes units[std::size_t{Taps}];
    unrolled<Taps>([&](auto t) __attribute__((always_inline)) { units[t] = lanes::fill(taps[t]); });
    unrolled<Places + Taps - 1>([&](auto row) __attribute__((always_inline)) {
        auto seen = lanes::load(picture + row * pitch);
        if constexpr (Masked) seen = seen & lanes::fill(mask);
        seen.value = simd::kept(seen.value);
        unrolled<Taps>([&](auto t) __attribute__((always_inline)) {
            constexpr int place = row - t;
            if constexpr (place >= 0 && place < Places)
                sums[place] = simd::kept(sums[place] + Metric::of(seen, units[t]));
        });
    });
}

/// Adds what the strokes of one height tell about a tile of places.
template <class Metric, int Places, std::size_t Height>
[[gnu::always_inline]] inline void add_strokes(typename Metric::taps const& taps,
                                               typename Metric::lanes::unit const* picture,
                                               std::ptrdiff_t pitch, typename Metric::lanes::sums* sums)
{
    constexpr int rows = Metric::taps::heights[Height];
    for (auto const& s : taps.strokes(Height, true))
        tile<Metric, Places, rows, false>(picture + s.offset, pitch, taps.units() + s.first, s.mask, sums);
    for (auto const& s : taps.strokes(Height, false))
        tile<Metric, Places, rows, Metric::masked>(picture + s.offset, pitch, taps.units() + s.first, s.mask,
                                                   sums);
}

/// Sums for `Places` registers of places, `pitch` units apart, the first at `picture`: into `out`, whose rows
/// are `out_pitch` apart.
template <class Metric, int Places>
void sum_places(typename Metric::taps const& taps, typename Metric::lanes::unit const* picture,
                std::ptrdiff_t pitch, std::uint32_t* out, std::ptrdiff_t out_pitch)
{
    using lanes = typename Metric::lanes;
    typename lanes::sums sums[std::size_t{Places}];
    unrolled<Places>([&](auto i) __attribute__((always_inline)) { sums[i] = lanes::none(); });
    add_strokes<Metric, Places, 0>(taps, picture, pitch, sums);
    add_strokes<Metric, Places, 1>(taps, picture, pitch, sums);
    add_strokes<Metric, Places, 2>(taps, picture, pitch, sums);
    unrolled<Places>([&](auto i)
                         __attribute__((always_inline)) { lanes::store(sums[i], out + i * out_pitch); });
}

/// As many registers of places as `n` says: 8, 4 or 1.
template <class Metric>
void sum_rows(int n, typename Metric::taps const& taps, typename Metric::lanes::unit const* picture,
              std::ptrdiff_t pitch, std::uint32_t* out, std::ptrdiff_t out_pitch)
{
    if (n == 8) sum_places<Metric, 8>(taps, picture, pitch, out, out_pitch);
    else if (n == 4) sum_places<Metric, 4>(taps, picture, pitch, out, out_pitch);
    else sum_places<Metric, 1>(taps, picture, pitch, out, out_pitch);
}

/// Compares what is laid with every place, and writes the sums by the places' numbers. The last register of a
/// row of places overlaps the one before, so that there is no tail.
template <class Metric, class Sum>
void sweep(typename Metric::pictures const& pictures, typename Metric::taps& taps, places const& all,
           Sum* out)
{
    constexpr int lanes = Metric::lanes::lanes;
    alignas(64) std::uint32_t sums[std::size_t{8 * lanes}]; // of rows that are narrower, or for wider sums
    int const step = pictures.step();
    for (std::size_t e = 0; e < all.exemplars().size(); ++e) {
        auto const range = all.range(e);
        taps.template aim<typename Metric::arch>(pictures, e);
        auto const pitch = pictures.pitch(e);
        for (int phase = 0; phase < step; ++phase)
            for (int y = phase, n = 0; y < range.height; y += n * step) {
                int const left = (range.height - y + step - 1) / step;
                n = left >= 8 ? 8 : left >= 4 ? 4 : 1;
                auto const* const row = pictures.units(e) + y * pitch;
                auto* const to = out + std::ptrdiff_t{y} * range.width;
                std::ptrdiff_t const down = std::ptrdiff_t{step} * range.width;
                for (int i = 0; i < range.width; i += lanes) {
                    int const x = std::max(0, std::min(i, range.width - lanes));
                    if constexpr (std::is_same_v<Sum, std::uint32_t>)
                        if (range.width >= lanes) {
                            sum_rows<Metric>(n, taps, row + x, step * pitch, to + x, down);
                            continue;
                        }
                    sum_rows<Metric>(n, taps, row + x, step * pitch, sums, lanes);
                    for (int k = 0; k < n; ++k)
                        std::copy_n(sums + k * lanes, std::min(lanes, range.width), to + x + k * down);
                }
            }
        out += range.area();
    }
}

} // namespace husk::detail
