// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/madd.hpp>
#include <husk/simd/real.hpp>

#include <array>
#include <cstring>

namespace husk::simd {

namespace detail {

template <class Arch>
using shorts_of = batch<std::int16_t, Arch>;
template <class Arch>
using ints_of = batch<std::int32_t, Arch>;

// Bytes to 16 bits and back; two registers to pairs of their lanes and back, in any order that both know.
#if XSIMD_WITH_SSE2
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<__m128i const*>(from)), _mm_setzero_si128());
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::sse2)
{
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(v, v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::sse2) -> std::array<shorts_of<Arch>, 2>
{
    return {_mm_unpacklo_epi16(a, b), _mm_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::avx2)
{
    __m128i const low = _mm256_castsi256_si128(v), high = _mm256_extracti128_si256(v, 1);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(low, high));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx2) -> std::array<shorts_of<Arch>, 2>
{
    return {_mm256_unpacklo_epi16(a, b), _mm256_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_cvtepu8_epi16(_mm256_loadu_si256(reinterpret_cast<__m256i const*>(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::avx512bw)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi16_epi8(v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::avx512bw)
    -> std::array<shorts_of<Arch>, 2>
{
    return {_mm512_unpacklo_epi16(a, b), _mm512_unpackhi_epi16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_packs_epi32(a, b);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto widened(std::uint8_t const* from, xsimd::neon64) -> shorts_of<Arch>
{
    return vreinterpretq_s16_u16(vmovl_u8(vld1_u8(from)));
}
template <class Arch>
void narrowed(shorts_of<Arch> const& v, std::uint8_t* to, xsimd::neon64)
{
    vst1_u8(to, vqmovun_s16(v));
}
template <class Arch>
auto paired(shorts_of<Arch> const& a, shorts_of<Arch> const& b, xsimd::neon64)
    -> std::array<shorts_of<Arch>, 2>
{
    return {vzip1q_s16(a, b), vzip2q_s16(a, b)};
}
template <class Arch>
auto together(ints_of<Arch> const& a, ints_of<Arch> const& b, xsimd::neon64) -> shorts_of<Arch>
{
    return vcombine_s16(vmovn_s32(a), vmovn_s32(b));
}
#endif

} // namespace detail

/// Several 8-bit levels, or small sums of them, in lanes of 16 bits; a single one where Arch is `scalar`.
template <class Arch>
struct shorts {
    static constexpr bool is_scalar = real<Arch>::is_scalar;
    static constexpr int lanes = is_scalar ? 1 : 2 * real<Arch>::lanes;
    using values = typename std::conditional_t<is_scalar, std::type_identity<std::int16_t>,
                                               std::type_identity<batch<std::int16_t, Arch>>>::type;

    values value;

    static auto none() -> shorts { return {values(std::int16_t{0})}; }
    static auto load(std::uint8_t const* from) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(*from)};
        else return {detail::widened<Arch>(from, Arch{})};
    }
    void store(std::uint8_t* to) const
    {
        if constexpr (is_scalar) *to = static_cast<std::uint8_t>(value);
        else detail::narrowed<Arch>(value, to, Arch{});
    }
    friend auto operator+(shorts a, shorts b) -> shorts
    {
        if constexpr (is_scalar) return {static_cast<std::int16_t>(a.value + b.value)};
        else return {a.value + b.value};
    }
};

/// Two numbers from 0 to 2^24, in halves of 12 bits.
template <class Arch>
struct share_weights {
    using values = typename std::conditional_t<shorts<Arch>::is_scalar, std::type_identity<std::int64_t>,
                                               std::type_identity<batch<std::int16_t, Arch>>>::type;

    values high, low;

    share_weights(int first, int second)
    {
        if constexpr (shorts<Arch>::is_scalar) high = first, low = second;
        else {
            std::array<std::int16_t, std::size_t{shorts<Arch>::lanes}> h, l;
            for (std::size_t i = 0; i < h.size(); ++i) {
                h[i] = static_cast<std::int16_t>((i % 2 ? second : first) / 4096);
                l[i] = static_cast<std::int16_t>((i % 2 ? second : first) % 4096);
            }
            high = values::load_unaligned(h.data()), low = values::load_unaligned(l.data());
        }
    }
};

/// first a + second b, and more of the like, / 2^24, halves up. Exact, where the result is a level.
template <class Arch>
class shared {
public:
    shared(shorts<Arch> a, shorts<Arch> b, share_weights<Arch> const& w)
    {
        if constexpr (shorts<Arch>::is_scalar) sum_ = a.value * w.high + b.value * w.low;
        else
            for_both(detail::paired<Arch>(a.value, b.value, Arch{}), [&](auto const& pair, std::size_t i) {
                high_[i] = madd<Arch>(pair, w.high);
                low_[i] = madd<Arch>(pair, w.low);
            });
    }
    friend auto operator+(shared a, shared const& b) -> shared
    {
        if constexpr (shorts<Arch>::is_scalar) a.sum_ += b.sum_;
        else
            for_both(a.high_, [&](auto const&, std::size_t i) {
                a.high_[i] += b.high_[i];
                a.low_[i] += b.low_[i];
            });
        return a;
    }
    auto level() const -> shorts<Arch>
    {
        if constexpr (shorts<Arch>::is_scalar) return {static_cast<std::int16_t>((sum_ + (1 << 23)) >> 24)};
        else {
            auto const half = [&](std::size_t i) {
                return (high_[i] + (low_[i] >> 12) + detail::ints_of<Arch>(2048)) >> 12;
            };
            return {detail::together<Arch>(half(0), half(1), Arch{})};
        }
    }

private:
    template <class A, class F>
    static void for_both(A const& a, F f)
    {
        f(a[0], 0);
        f(a[1], 1);
    }

    struct nothing {};
    static constexpr bool one = shorts<Arch>::is_scalar;
    std::conditional_t<one, std::int64_t, nothing> sum_{};
    typename std::conditional_t<one, std::type_identity<nothing>,
                                std::type_identity<std::array<detail::ints_of<Arch>, 2>>>::type high_{},
        low_{};
};

} // namespace husk::simd
