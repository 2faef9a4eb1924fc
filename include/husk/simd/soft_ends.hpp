// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>

namespace husk::simd {

namespace detail {

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
/// c moves towards its neighbours by a share of its distance to them, in 16 bits throughout.
template <class Arch>
class soft_ends {
public:
    using V = shorts<Arch>;

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

    auto operator()(V c, V ends) const -> V
    {
        if constexpr (V::is_scalar) {
            auto const moved = std::int64_t{part_} * (ends.value - 2 * c.value) + (1 << 23);
            return {static_cast<std::int16_t>(c.value + (moved >> 24))};
        } else {
            // 256 times the level, between 0 and 2^16, though products alone may be beyond.
            auto const distance = ends.value - (c.value + c.value);
            auto const level = (c.value << 8) + distance * high_ +
                               detail::upper_product<Arch>(distance, low_, Arch{}) +
                               typename V::values(std::int16_t{128});
            return {bit_cast<std::int16_t>(bit_cast<std::uint16_t>(level) >> 8)};
        }
    }

private:
    int part_;
    typename V::values high_, low_; // halves of 16 bits, the lower one with a sign
};

} // namespace husk::simd
