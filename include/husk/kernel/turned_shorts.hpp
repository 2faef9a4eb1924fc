// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>
#include <husk/simd/short_colours.hpp>

#include <cmath>

namespace husk::detail {

/// The H of HSV plus a shift, of levels, in fractions of 16 bits. All that is divided by the range C of a
/// colour, the largest channel less the least, is compared with multiples of C instead.
class turned_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = .06;

    /// In turns, within [-.5, .5].
    explicit turned_shorts(float shift) :
        shift_(static_cast<int>(std::lrint(std::abs(shift) * 6 * 8192))), up_(shift >= 0)
    {
    }

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& levels) const
        -> simd::short_colours<Arch>
    {
        using V = simd::shorts<Arch>;
        V const r = levels.r, g = levels.g, b = levels.b;
        V const value = greater(greater(r, g), b), c = value - lesser(lesser(r, g), b);
        V const c3 = c + c + c, c6 = c3 + c3;

        // C times the sixths of a turn, one more than H has: in [0, 6 C].
        auto const is_value = [&](V v) __attribute__((always_inline))
        {
            return (value - v - simd::all_shorts<Arch>(1)) >> 15;
        };
        V const blue = c3 + c + c + r - g, green = c3 + b - r, red = c + g - b;
        V x = blue + ((green - blue) & is_value(g));
        x = x + ((red - x) & is_value(r));

        // After the shift, in steps of 1/16 of a level.
        V const turn =
            (simd::upper_product(c << 8, simd::all_shorts<Arch>(shift_)) + simd::all_shorts<Arch>(1)) >> 1;
        x = up_ ? ((x - c6) << 4) + turn : (x << 4) - turn;
        x = x + ((c6 << 4) & (x >> 15));

        // How far a channel falls below the value: it rises within a sixth, stays for two, and falls again.
        V const s = c << 4, s2 = c << 5, s4 = c << 6;
        auto const below = [ s, none = V::none(), half = (value << 4) + simd::all_shorts<Arch>(8) ](V falls)
            __attribute__((always_inline))
        {
            return (half - lesser(greater(falls, none), s)) >> 4;
        };
        auto const distance = [](V a, V e) __attribute__((always_inline)) { return greater(a - e, e - a); };
        return {below(s2 - distance(x, s4)), below(distance(x, s2 + s) - s), below(lesser(x, s4 - x))};
    }

private:
    int shift_; // sixths of a turn, of 2^13
    bool up_;
};

} // namespace husk::detail
