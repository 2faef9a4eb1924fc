// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/laid_taps.hpp>
#include <husk/kernel/places.hpp>
#include <husk/simd/couples.hpp>
#include <husk/simd/kept.hpp>
#include <husk/simd/octets.hpp>

#include <utility>

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

template <int... I, class F>
[[gnu::always_inline]] inline void unrolled(std::integer_sequence<int, I...>, F const& f)
{
    (f(std::integral_constant<int, I>{}), ...);
}

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
    unrolled(
        std::make_integer_sequence<int, Taps>{}, [&](auto t) __attribute__((always_inline)) {
            units[t] = lanes::fill(taps[t]);
        });
    unrolled(
        std::make_integer_sequence<int, Places + Taps - 1>{}, [&](auto row) __attribute__((always_inline)) {
            auto seen = lanes::load(picture + row * pitch);
            if constexpr (Masked) seen = seen & lanes::fill(mask);
            seen.value = simd::kept(seen.value);
            unrolled(
                std::make_integer_sequence<int, Taps>{}, [&](auto t) __attribute__((always_inline)) {
                    constexpr int place = row - t;
                    if constexpr (place >= 0 && place < Places)
                        sums[place] = simd::kept(sums[place] + Metric::of(seen, units[t]));
                });
        });
}

/// Sums for `Places` registers of places, `pitch` units apart, the first at `picture`: one after the other
/// into `out`.
template <class Metric, int Places>
void sum_places(typename Metric::taps const& taps, typename Metric::lanes::unit const* picture,
                std::ptrdiff_t pitch, typename Metric::lanes::unit* out)
{
    using lanes = typename Metric::lanes;
    typename lanes::sums sums[std::size_t{Places}];
    for (auto& s : sums) s = lanes::none();
    constexpr int tall = Metric::taps::tall;
    for (auto const& s : taps.strokes(true, true))
        tile<Metric, Places, tall, false>(picture + s.offset, pitch, taps.units() + s.first, s.mask, sums);
    for (auto const& s : taps.strokes(false, true))
        tile<Metric, Places, 1, false>(picture + s.offset, pitch, taps.units() + s.first, s.mask, sums);
    for (auto const& s : taps.strokes(true, false))
        tile<Metric, Places, tall, Metric::masked>(picture + s.offset, pitch, taps.units() + s.first, s.mask,
                                                   sums);
    for (auto const& s : taps.strokes(false, false))
        tile<Metric, Places, 1, Metric::masked>(picture + s.offset, pitch, taps.units() + s.first, s.mask,
                                                sums);
    for (int i = 0; i < Places; ++i) lanes::store(sums[i], out + i * lanes::lanes);
}

/// Compares what is laid with every place: take(e, at, number, sums, n) is given those of n places side by
/// side, of which the first is `at` in exemplar e and has this number.
template <class Metric, class Take>
void sweep(typename Metric::pictures const& pictures, typename Metric::taps& taps, places const& all,
           Take const& take)
{
    using lanes = typename Metric::lanes;
    constexpr int most = 8;
    alignas(64) typename lanes::unit sums[std::size_t{most} * lanes::lanes];
    std::size_t first = 0;
    for (std::size_t e = 0; e < all.exemplars().size(); ++e) {
        auto const range = all.range(e);
        taps.template aim<typename Metric::arch>(pictures, e);
        auto const pitch = pictures.pitch(e);
        int const step = pictures.step();
        for (int phase = 0; phase < step; ++phase)
            for (int y = phase; y < range.height;) {
                int const left = (range.height - y + step - 1) / step;
                int const n = left >= 8 ? 8 : left >= 4 ? 4 : 1;
                for (int x = 0; x < range.width; x += lanes::lanes) {
                    auto const* const at = pictures.units(e) + y * pitch + x;
                    if (n == 8) sum_places<Metric, 8>(taps, at, step * pitch, sums);
                    else if (n == 4) sum_places<Metric, 4>(taps, at, step * pitch, sums);
                    else sum_places<Metric, 1>(taps, at, step * pitch, sums);
                    for (int i = 0; i < n; ++i) {
                        point const place{x, y + i * step};
                        take(e, place, first + static_cast<std::size_t>(place.y * range.width + x),
                             sums + i * lanes::lanes, std::min(lanes::lanes, range.width - x));
                    }
                }
                y += n * step;
            }
        first += static_cast<std::size_t>(range.area());
    }
}

} // namespace husk::detail
