// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_arithmetic.hpp>

#include <optional>

namespace husk::simd {

namespace detail {

// The upper halves of products with a sign.
#if XSIMD_WITH_SSE2
template <class Arch>
auto upper_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_mulhi_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto upper_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_mulhi_epi16(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto upper_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_mulhi_epi16(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto upper_product(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::neon64) -> shorts_of<Arch>
{
    int16x8_t const x = a, y = b;
    return vcombine_s16(vshrn_n_s32(vmull_s16(vget_low_s16(x), vget_low_s16(y)), 16),
                        vshrn_n_s32(vmull_high_s16(x, y), 16));
}
#endif

} // namespace detail

/// (whole c + part (a + b)) / 2^24, halves up, for levels and weights with whole + 2 part = 2^24 or one less:
/// c moves towards its neighbours by a share of its distance to them, in 16 bits throughout. Levels are given
/// less `offset`, so that 256 of their steps fit.
template <class Arch>
class soft_ends {
public:
    using V = shorts<Arch>;

    static constexpr std::int16_t offset = 128;

    /// Whether the weights are such that one less, at most 255 in all, never decides how a level is rounded.
    static auto fit(int whole, int part) -> bool
    {
        constexpr std::int64_t one = 1 << 24;
        bool const less = whole + 2 * part != one;
        for (int distance = -510; less && distance <= 510; ++distance)
            if (((std::int64_t{part} * distance + one / 2) & (one - 1)) < 255) return false;
        return true;
    }

    explicit soft_ends(int part) :
        part_(part), high_(static_cast<std::int16_t>((part + (1 << 15)) >> 16)),
        low_(static_cast<std::int16_t>(part - (((part + (1 << 15)) >> 16) << 16)))
    {
    }

    /// With the distance a + b - 2c.
    [[gnu::always_inline]] auto operator()(V c, V distance) const -> V
    {
        if constexpr (V::is_scalar) {
            auto const moved = std::int64_t{part_} * distance.value + (1 << 23);
            return {static_cast<std::int16_t>(c.value + (moved >> 24))};
        } else // products alone may be beyond 16 bits, the sum is not
            return rounded<8>((c << 8) + distance * V{high_} +
                              V{detail::upper_product<Arch>(distance.value, low_, Arch{})});
    }

private:
    int part_;
    typename V::values high_, low_; // halves of 16 bits, the lower one with a sign
};

/// The same by one product, with a part in steps of 2^-15.
template <class Arch>
class short_ends {
public:
    using V = shorts<Arch>;

    static constexpr std::int16_t offset = soft_ends<Arch>::offset;

    /// The steps that make the same of every distance, if there are such: two of five parts have them.
    static auto steps(int part) -> std::optional<std::int16_t>
    {
        int const below = part >> 9, rest = part & 511;
        for (int const near : {below + rest / 256, below + 1 - rest / 256}) {
            int wrong = 0;
            for (int d = -510; d <= 510; ++d) {
                int const exact = below * d + ((rest * d) >> 9); // what is cut off decides nothing
                wrong |= ((exact + (1 << 14)) >> 15) ^ ((near * d + (1 << 14)) >> 15);
            }
            if (wrong == 0) return static_cast<std::int16_t>(near);
        }
        return std::nullopt;
    }

    explicit short_ends(std::int16_t steps) : part_(steps) {}

    [[gnu::always_inline]] auto operator()(V c, V distance) const -> V
    {
        return c + rounded_product<13>(distance, V{part_});
    }

private:
    typename V::values part_;
};

} // namespace husk::simd
