// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>
#include <husk/simd/sixteens.hpp>

#include <array>

namespace husk::simd {

/// The channels of pixels of three bytes, a register of bytes each.
template <class Arch>
struct byte_planes {
    using bytes = batch<std::uint8_t, Arch>;
    static constexpr int pixels = static_cast<int>(bytes::size);

    bytes r, g, b;

    /// All of them, side by side in memory.
    static auto load(std::uint8_t const* from) -> byte_planes;
    void store(std::uint8_t* to) const;
};

namespace detail {

#if XSIMD_WITH_SSE2
/// Without byte shuffles: four times, what is eight bytes away comes beside each byte.
template <class Arch>
[[gnu::always_inline]] inline auto load_planes(std::uint8_t const* from, xsimd::sse2) -> byte_planes<Arch>
{
    auto const at = [=](int i) { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from) + i); };
    __m128i a = at(0), b = at(1), c = at(2);
    for (int step = 0; step < 4; ++step) {
        auto const upper = [](__m128i v) { return _mm_unpackhi_epi64(v, v); };
        __m128i const p = _mm_unpacklo_epi8(a, upper(b)), q = _mm_unpacklo_epi8(upper(a), c);
        c = _mm_unpacklo_epi8(b, upper(c)), a = p, b = q;
    }
    return {a, b, c};
}
/// Of four lanes of 32 bits the first three bytes each, side by side; zeros behind them.
[[gnu::always_inline]] inline auto twelve_bytes(__m128i lanes) -> __m128i
{
    constexpr int three = 0xffffff;
    auto const first = _mm_and_si128(lanes, _mm_setr_epi32(three, 0, 0, 0));
    auto const second = _mm_and_si128(lanes, _mm_setr_epi32(0, three, 0, 0));
    auto const third = _mm_and_si128(lanes, _mm_setr_epi32(0, 0, three, 0));
    auto const last = _mm_and_si128(lanes, _mm_setr_epi32(0, 0, 0, three));
    return _mm_or_si128(_mm_or_si128(first, _mm_srli_si128(second, 1)),
                        _mm_or_si128(_mm_srli_si128(third, 2), _mm_srli_si128(last, 3)));
}
/// Four pixels at a time; what is stored behind some of them, the next ones cover.
template <class Arch>
[[gnu::always_inline]] inline void store_planes(byte_planes<Arch> const& v, std::uint8_t* to, xsimd::sse2)
{
    __m128i const none = _mm_setzero_si128();
    __m128i const rg = _mm_unpacklo_epi8(v.r, v.g), b = _mm_unpacklo_epi8(v.b, none);
    __m128i const more_rg = _mm_unpackhi_epi8(v.r, v.g), more_b = _mm_unpackhi_epi8(v.b, none);
    auto const put = [to](int at, __m128i sixteen) __attribute__((always_inline))
    {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), sixteen);
    };
    put(0, twelve_bytes(_mm_unpacklo_epi16(rg, b)));
    put(12, twelve_bytes(_mm_unpackhi_epi16(rg, b)));
    auto const third = twelve_bytes(_mm_unpacklo_epi16(more_rg, more_b));
    auto const last = twelve_bytes(_mm_unpackhi_epi16(more_rg, more_b));
    put(24, third);
    put(32, _mm_or_si128(_mm_srli_si128(third, 8), _mm_slli_si128(last, 4)));
}
#endif

#if XSIMD_WITH_SSE4_1
/// Of 16 bytes those that are first, second or third of three; and for each channel where its bytes are, in
/// 16 bytes that hold those of three registers, and where they go.
struct plane_tables {
    std::array<std::array<std::uint8_t, 16>, 3> third{}, from{}, to{};

    constexpr plane_tables()
    {
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t i = 0; i < 16; ++i) {
                third[c][i] = i % 3 == c ? 0xff : 0;
                from[c][i] = static_cast<std::uint8_t>((3 * i + c) % 16);
                to[c][(3 * i + c) % 16] = static_cast<std::uint8_t>(i);
            }
    }
};
inline constexpr plane_tables planes_by;

template <class Arch, class S>
[[gnu::always_inline]] inline auto load_sixteens(std::uint8_t const* from) -> byte_planes<Arch>
{
    auto const a = S::at(from), b = S::at(from + 16), c = S::at(from + 32);
    auto const third = [](int i) { return S::repeated(planes_by.third[static_cast<std::size_t>(i)]); };
    auto const order = [](int i) { return S::repeated(planes_by.from[static_cast<std::size_t>(i)]); };
    return {S::shuffle(S::blend(S::blend(a, b, third(2)), c, third(1)), order(0)),
            S::shuffle(S::blend(S::blend(a, b, third(0)), c, third(2)), order(1)),
            S::shuffle(S::blend(S::blend(a, b, third(1)), c, third(0)), order(2))};
}
template <class S, class Arch>
[[gnu::always_inline]] inline void store_sixteens(byte_planes<Arch> const& v, std::uint8_t* to)
{
    auto const places = [](std::size_t i) { return S::repeated(planes_by.to[i]); };
    auto const third = [](int i) { return S::repeated(planes_by.third[static_cast<std::size_t>(i)]); };
    auto const r = S::shuffle(v.r, places(0)), g = S::shuffle(v.g, places(1)), b = S::shuffle(v.b, places(2));
    S::put(S::blend(S::blend(r, g, third(1)), b, third(2)), to);
    S::put(S::blend(S::blend(r, g, third(0)), b, third(1)), to + 16);
    S::put(S::blend(S::blend(r, g, third(2)), b, third(0)), to + 32);
}

template <class Arch>
[[gnu::always_inline]] inline auto load_planes(std::uint8_t const* from, xsimd::sse4_1) -> byte_planes<Arch>
{
    return load_sixteens<Arch, sixteens_of_sse>(from);
}
template <class Arch>
[[gnu::always_inline]] inline void store_planes(byte_planes<Arch> const& v, std::uint8_t* to, xsimd::sse4_1)
{
    store_sixteens<sixteens_of_sse>(v, to);
}
    #if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto load_planes(std::uint8_t const* from, xsimd::avx2) -> byte_planes<Arch>
{
    return load_sixteens<Arch, sixteens_of_avx2>(from);
}
template <class Arch>
[[gnu::always_inline]] inline void store_planes(byte_planes<Arch> const& v, std::uint8_t* to, xsimd::avx2)
{
    store_sixteens<sixteens_of_avx2>(v, to);
}
    #endif
    #if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto load_planes(std::uint8_t const* from, xsimd::avx512bw) -> byte_planes<Arch>
{
    return load_sixteens<Arch, sixteens_of_avx512>(from);
}
template <class Arch>
[[gnu::always_inline]] inline void store_planes(byte_planes<Arch> const& v, std::uint8_t* to, xsimd::avx512bw)
{
    store_sixteens<sixteens_of_avx512>(v, to);
}
    #endif
#endif

#if XSIMD_WITH_NEON64
template <class Arch>
auto load_planes(std::uint8_t const* from, xsimd::neon64) -> byte_planes<Arch>
{
    uint8x16x3_t const v = vld3q_u8(from);
    return {v.val[0], v.val[1], v.val[2]};
}
template <class Arch>
void store_planes(byte_planes<Arch> const& v, std::uint8_t* to, xsimd::neon64)
{
    vst3q_u8(to, {v.r, v.g, v.b});
}
#endif

} // namespace detail

template <class Arch>
[[gnu::always_inline]] inline auto byte_planes<Arch>::load(std::uint8_t const* from) -> byte_planes
{
    return detail::load_planes<Arch>(from, Arch{});
}
template <class Arch>
[[gnu::always_inline]] inline void byte_planes<Arch>::store(std::uint8_t* to) const
{
    detail::store_planes<Arch>(*this, to, Arch{});
}

} // namespace husk::simd
