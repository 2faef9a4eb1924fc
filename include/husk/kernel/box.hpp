// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/byte_lanes.hpp>
#include <husk/simd/shares.hpp>
#include <husk/simd/short_pair.hpp>
#include <husk/simd/soft_ends.hpp>

#include <algorithm>

/// Box blurs of 8-bit levels, rounded as Pillow rounds them, which decides what small deviations look like: a
/// level is (whole x the pixels up to `full` away + part x the two beyond) / 2^24, halves up, with weights
/// that are integers.

namespace husk::detail {

struct box_weights {
    int full, whole, part;
    bool soft; // nothing but a pixel and part of its neighbours, and simd::soft_ends fit

    template <class Arch>
    static auto of(float radius) -> box_weights
    {
        int const full = static_cast<int>(radius);
        auto const whole = static_cast<int>(0x1p24f / (2 * radius + 1));
        auto const part = ((1 << 24) - (2 * full + 1) * whole) / 2;
        return {full, whole, part, full == 0 && simd::soft_ends<Arch>::fit(whole, part)};
    }
};

/// One pass over a row; at[k] leads to the pixels that are k away. `Full` is w.full, or negative.
template <class Arch, int Full>
[[gnu::noinline, gnu::flatten]] void blur_box(std::uint8_t const* const* at, box_weights const& w, int width,
                                              std::uint8_t* to)
{
    using V = simd::short_pair<Arch>;
    using shared = simd::shared<Arch>;
    constexpr int most = 63; // levels on either side whose sum fits 16 bits
    simd::share_weights<Arch> const weights(w.whole, w.part);
    int const full = Full < 0 ? w.full : Full;
    // A store of bytes might change the pointers, for all that a compiler knows, unless they are its own.
    constexpr std::ptrdiff_t reach = Full + 1;
    std::array<std::uint8_t const*, std::size_t{2 * reach + 1}> known;
    if constexpr (Full >= 0) std::copy_n(at - reach, known.size(), known.begin());
    auto const load = [&](int k, int x) {
        if constexpr (Full < 0) return V::load(at[k] + x);
        else return V::load(known[static_cast<std::size_t>(reach + k)] + x);
    };
    for (int x = 0; x < width; x += V::lanes) {
        auto const add = [&](V sum, int from, int end) {
            for (int k = from; k <= end; ++k) sum = sum + (load(-k, x) + load(k, x));
            return sum;
        };
        V const inside = add(load(0, x), 1, std::min(full, most));
        V const ends = load(-full - 1, x) + load(full + 1, x);
        shared first(inside.first, ends.first, weights), second(inside.second, ends.second, weights);
        if constexpr (Full < 0)
            for (int k = most + 1; k <= full; k += most) {
                auto const none = simd::shorts<Arch>::none();
                V const more = add({none, none}, k, std::min(k + most - 1, full));
                first = first + shared(more.first, none, weights);
                second = second + shared(more.second, none, weights);
            }
        V{first.level(), second.level()}.store(to + x);
    }
}

/// The same; deviations up to 2 have no more than one whole pixel on either side.
template <class Arch>
void blur_box(std::uint8_t const* const* at, box_weights const& w, int width, std::uint8_t* to)
{
    if (w.full == 0) blur_box<Arch, 0>(at, w, width, to);
    else if (w.full == 1) blur_box<Arch, 1>(at, w, width, to);
    else blur_box<Arch, -1>(at, w, width, to);
}

/// Colours to levels, clamped. Whole registers are read and written, four at a time.
template <class Arch>
void to_levels(float const* from, int width, std::uint8_t* to)
{
    using V = simd::real<Arch>;
    for (int x = 0; x < width; x += 4 * V::lanes) {
        simd::pixels<Arch, 4> p;
        simd::for_channels<Arch, 4>(
            [&](auto k) { p[k] = least(V(255.f), V::load(from + x + k * V::lanes) * 255.f); });
        simd::store_bytes<Arch>(p, to + x);
    }
}

} // namespace husk::detail
