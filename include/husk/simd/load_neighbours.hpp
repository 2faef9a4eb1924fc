// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/load_pixels.hpp>

#include <type_traits>

namespace husk::simd {

namespace detail {

template <class Arch>
void load_neighbours(std::uint8_t const* from, std::int32_t const* at, scalar); // no way of its own

#if XSIMD_WITH_SSE2
/// Eight bytes at each of two places.
template <class Arch>
[[gnu::always_inline]] inline auto two_eights(std::uint8_t const* a, std::uint8_t const* b) -> __m128
{
    __m128i const first = _mm_loadl_epi64(reinterpret_cast<__m128i const*>(a));
    return _mm_loadh_pi(_mm_castsi128_ps(first), reinterpret_cast<__m64 const*>(b));
}

template <class Arch>
[[gnu::always_inline]] inline auto load_neighbours(std::uint8_t const* from, std::int32_t const* at,
                                                   xsimd::sse2) -> pixels<Arch, 6>
{
    __m128 const a = two_eights<Arch>(from + at[0], from + at[1]),
                 b = two_eights<Arch>(from + at[2], from + at[3]);
    __m128i const early = _mm_castps_si128(_mm_shuffle_ps(a, b, 0x88)), // r g b r of each
        late = _mm_castps_si128(_mm_shuffle_ps(a, b, 0xdd)),            // g b, and what is not wanted
        byte = _mm_set1_epi32(255);
    return {fractions<Arch>(_mm_and_si128(early, byte)),
            fractions<Arch>(_mm_and_si128(_mm_srli_epi32(early, 8), byte)),
            fractions<Arch>(_mm_and_si128(_mm_srli_epi32(early, 16), byte)),
            fractions<Arch>(_mm_srli_epi32(early, 24)),
            fractions<Arch>(_mm_and_si128(late, byte)),
            fractions<Arch>(_mm_and_si128(_mm_srli_epi32(late, 8), byte))};
}
#endif
#if XSIMD_WITH_AVX2
/// Eight bytes at each of four places: number i, i + 1, and above, i + 4, i + 5.
template <class Arch>
[[gnu::always_inline]] inline auto four_eights(std::uint8_t const* from, std::int32_t const* at) -> __m256
{
    return _mm256_insertf128_ps(_mm256_castps128_ps256(two_eights<Arch>(from + at[0], from + at[1])),
                                two_eights<Arch>(from + at[4], from + at[5]), 1);
}

template <class Arch>
[[gnu::always_inline]] inline auto load_neighbours(std::uint8_t const* from, std::int32_t const* at,
                                                   xsimd::avx2) -> pixels<Arch, 6>
{
    __m256 const a = four_eights<Arch>(from, at), b = four_eights<Arch>(from, at + 2);
    __m256i const early = _mm256_castps_si256(_mm256_shuffle_ps(a, b, 0x88)),
                  late = _mm256_castps_si256(_mm256_shuffle_ps(a, b, 0xdd)), byte = _mm256_set1_epi32(255);
    constexpr auto place = detail::place<Arch, 4>;
    __m256i const first =
        _mm256_setr_epi32(place(0), place(1), place(2), place(3), place(0), place(1), place(2), place(3));
    auto const channel = [&](__m256i v, int c) {
        return fractions<Arch>(_mm256_shuffle_epi8(v, _mm256_add_epi32(first, _mm256_set1_epi32(c))));
    };
    // Less for the units that shuffle, which are the busiest.
    return {fractions<Arch>(_mm256_and_si256(early, byte)),
            channel(early, 1),
            channel(early, 2),
            fractions<Arch>(_mm256_srli_epi32(early, 24)),
            fractions<Arch>(_mm256_and_si256(late, byte)),
            channel(late, 1)};
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto eight_eights(std::uint8_t const* from, std::int32_t const* at) -> __m512
{
    __m512d const low = _mm512_castpd256_pd512(_mm256_castps_pd(four_eights<Arch>(from, at)));
    return _mm512_castpd_ps(_mm512_insertf64x4(low, _mm256_castps_pd(four_eights<Arch>(from, at + 8)), 1));
}

template <class Arch>
[[gnu::always_inline]] inline auto load_neighbours(std::uint8_t const* from, std::int32_t const* at,
                                                   xsimd::avx512bw) -> pixels<Arch, 6>
{
    __m512 const a = eight_eights<Arch>(from, at), b = eight_eights<Arch>(from, at + 2);
    __m512i const early = _mm512_castps_si512(_mm512_shuffle_ps(a, b, 0x88)),
                  late = _mm512_castps_si512(_mm512_shuffle_ps(a, b, 0xdd)), byte = _mm512_set1_epi32(255);
    return {fractions<Arch>(_mm512_and_si512(early, byte)),
            fractions<Arch>(_mm512_and_si512(_mm512_srli_epi32(early, 8), byte)),
            fractions<Arch>(_mm512_and_si512(_mm512_srli_epi32(early, 16), byte)),
            fractions<Arch>(_mm512_srli_epi32(early, 24)),
            fractions<Arch>(_mm512_and_si512(late, byte)),
            fractions<Arch>(_mm512_and_si512(_mm512_srli_epi32(late, 8), byte))};
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto load_neighbours(std::uint8_t const* from, std::int32_t const* at,
                                                   xsimd::neon64) -> pixels<Arch, 6>
{
    auto const two = [&](int i) {
        return vreinterpretq_u32_u8(vcombine_u8(vld1_u8(from + at[i]), vld1_u8(from + at[i + 1])));
    };
    uint32x4_t const a = two(0), b = two(2), early = vuzp1q_u32(a, b), late = vuzp2q_u32(a, b),
                     byte = vdupq_n_u32(255);
    return {fractions<Arch>(vandq_u32(early, byte)),
            fractions<Arch>(vandq_u32(vshrq_n_u32(early, 8), byte)),
            fractions<Arch>(vandq_u32(vshrq_n_u32(early, 16), byte)),
            fractions<Arch>(vshrq_n_u32(early, 24)),
            fractions<Arch>(vandq_u32(late, byte)),
            fractions<Arch>(vandq_u32(vshrq_n_u32(late, 8), byte))};
}
#endif

} // namespace detail

/// Whether the machine has a way of its own to load_neighbours.
template <class Arch>
inline constexpr bool loads_neighbours =
    !std::is_void_v<decltype(detail::load_neighbours<Arch>(nullptr, nullptr, Arch{}))>;

/// Two pixels of three bytes, next to each other, for as many places as there are lanes: the three channels
/// of the first ones as fractions n / 256, then those of the second ones. Eight bytes are read at each place,
/// from[at[i]] and on.
template <class Arch>
[[gnu::always_inline]] inline auto load_neighbours(std::uint8_t const* from, std::int32_t const* at)
    -> pixels<Arch, 6>
{
    return detail::load_neighbours<Arch>(from, at, Arch{});
}

} // namespace husk::simd
