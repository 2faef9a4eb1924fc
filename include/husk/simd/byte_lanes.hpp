// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/pixels.hpp>

#include <cstdint>

namespace husk::simd {

namespace detail {

template <class Arch>
auto load_bytes(std::uint8_t const* from, scalar) -> pixels<Arch, 4>
{
    constexpr int n = real<Arch>::lanes;
    pixels<Arch, 4> p;
    for_channels<Arch, 4>([&](auto k) {
        alignas(64) float v[std::size_t{n}];
        for (int i = 0; i < n; ++i) v[i] = from[k * n + i];
        p[k] = real<Arch>::load(v);
    });
    return p;
}
template <class Arch>
void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to, scalar)
{
    constexpr int n = real<Arch>::lanes;
    for_channels<Arch, 4>([&](auto k) {
        alignas(64) float v[std::size_t{n}];
        clamped(nearest(p[k]), 0.f, 255.f).store(v);
        for (int i = 0; i < n; ++i) to[k * n + i] = static_cast<std::uint8_t>(v[i]);
    });
}

#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto load_bytes(std::uint8_t const* from, xsimd::sse2) -> pixels<Arch, 4>
{
    __m128i const zero = _mm_setzero_si128(), v = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from));
    __m128i const low = _mm_unpacklo_epi8(v, zero), high = _mm_unpackhi_epi8(v, zero);
    auto const floats = [](__m128i n) { return typename real<Arch>::values(_mm_cvtepi32_ps(n)); };
    return {floats(_mm_unpacklo_epi16(low, zero)), floats(_mm_unpackhi_epi16(low, zero)),
            floats(_mm_unpacklo_epi16(high, zero)), floats(_mm_unpackhi_epi16(high, zero))};
}
template <class Arch>
[[gnu::always_inline]] inline void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to, xsimd::sse2)
{
    auto const whole = [&](std::size_t k) { return _mm_cvtps_epi32(p[k].value); };
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(_mm_packs_epi32(whole(0), whole(1)),
                                                                      _mm_packs_epi32(whole(2), whole(3))));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto load_bytes(std::uint8_t const* from, xsimd::avx2) -> pixels<Arch, 4>
{
    auto const eight = [&](int at) {
        __m128i const v = _mm_loadl_epi64(reinterpret_cast<__m128i const*>(from + at));
        return typename real<Arch>::values(_mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(v)));
    };
    return {eight(0), eight(8), eight(16), eight(24)};
}
template <class Arch>
[[gnu::always_inline]] inline void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to, xsimd::avx2)
{
    auto const whole = [&](std::size_t k) { return _mm256_cvtps_epi32(p[k].value); };
    __m256i const v =
        _mm256_packus_epi16(_mm256_packs_epi32(whole(0), whole(1)), _mm256_packs_epi32(whole(2), whole(3)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to),
                        _mm256_permutevar8x32_epi32(v, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7)));
}
#endif
#if XSIMD_WITH_AVX512F
template <class Arch>
[[gnu::always_inline]] inline auto load_bytes(std::uint8_t const* from, xsimd::avx512f) -> pixels<Arch, 4>
{
    auto const sixteen = [&](int at) {
        __m128i const v = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + at));
        return typename real<Arch>::values(_mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(v)));
    };
    return {sixteen(0), sixteen(16), sixteen(32), sixteen(48)};
}
template <class Arch>
[[gnu::always_inline]] inline void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to, xsimd::avx512f)
{
    for_channels<Arch, 4>([&](auto k) {
        __m512i const n = _mm512_max_epi32(_mm512_cvtps_epi32(p[k].value), _mm512_setzero_si512());
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 16 * k), _mm512_cvtusepi32_epi8(n));
    });
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto load_bytes(std::uint8_t const* from, xsimd::neon64) -> pixels<Arch, 4>
{
    uint8x16_t const v = vld1q_u8(from);
    uint16x8_t const low = vmovl_u8(vget_low_u8(v)), high = vmovl_u8(vget_high_u8(v));
    auto const floats = [](uint16x4_t n) { return typename real<Arch>::values(vcvtq_f32_u32(vmovl_u16(n))); };
    return {floats(vget_low_u16(low)), floats(vget_high_u16(low)), floats(vget_low_u16(high)),
            floats(vget_high_u16(high))};
}
template <class Arch>
[[gnu::always_inline]] inline void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to, xsimd::neon64)
{
    auto const whole = [&](std::size_t k) { return vqmovn_s32(vcvtnq_s32_f32(p[k].value)); };
    vst1q_u8(to, vcombine_u8(vqmovun_s16(vcombine_s16(whole(0), whole(1))),
                             vqmovun_s16(vcombine_s16(whole(2), whole(3)))));
}
#endif

} // namespace detail

/// Bytes that four registers of floats hold, side by side, as whole numbers.
template <class Arch>
[[gnu::always_inline]] inline auto load_bytes(std::uint8_t const* from) -> pixels<Arch, 4>
{
    return detail::load_bytes<Arch>(from, Arch{});
}

/// The nearest bytes, halves to the even one; NaN becomes 0. The numbers are less than 2^31.
template <class Arch>
[[gnu::always_inline]] inline void store_bytes(pixels<Arch, 4> const& p, std::uint8_t* to)
{
    detail::store_bytes<Arch>(p, to, Arch{});
}

} // namespace husk::simd
