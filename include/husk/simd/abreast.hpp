// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_pair.hpp>

namespace husk::simd {

/// How many rows lie abreast in a register, each in 128 bits of it: sixteen bytes, or eight numbers. 0 where
/// there are no such registers.
template <class Arch>
inline constexpr int rows_abreast = shorts<Arch>::lanes / 8;

namespace detail {

#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto load_abreast(std::uint8_t const* from, std::ptrdiff_t, xsimd::sse2)
    -> batch<std::uint8_t, Arch>
{
    return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from));
}
template <class Arch>
[[gnu::always_inline]] inline void store_abreast(batch<std::uint8_t, Arch> const& v, std::uint8_t* to,
                                                 std::ptrdiff_t, xsimd::sse2)
{
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), v);
}
template <class Arch>
[[gnu::always_inline]] inline auto repeated(std::int16_t const* eight, xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_loadu_si128(reinterpret_cast<__m128i const*>(eight));
}
template <int N, class Arch>
[[gnu::always_inline]] inline auto behind(shorts_of<Arch> const& before, shorts_of<Arch> const& now,
                                          xsimd::sse2) -> shorts_of<Arch>
{
    return _mm_or_si128(_mm_srli_si128(before, 16 - 2 * N), _mm_slli_si128(now, 2 * N));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto load_abreast(std::uint8_t const* from, std::ptrdiff_t pitch, xsimd::avx2)
    -> batch<std::uint8_t, Arch>
{
    auto const row = [=](int i) {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + i * pitch));
    };
    return _mm256_inserti128_si256(_mm256_castsi128_si256(row(0)), row(1), 1);
}
template <class Arch>
[[gnu::always_inline]] inline void store_abreast(batch<std::uint8_t, Arch> const& v, std::uint8_t* to,
                                                 std::ptrdiff_t pitch, xsimd::avx2)
{
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_castsi256_si128(v));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + pitch), _mm256_extracti128_si256(v, 1));
}
template <class Arch>
[[gnu::always_inline]] inline auto repeated(std::int16_t const* eight, xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<__m128i const*>(eight)));
}
template <int N, class Arch>
[[gnu::always_inline]] inline auto behind(shorts_of<Arch> const& before, shorts_of<Arch> const& now,
                                          xsimd::avx2) -> shorts_of<Arch>
{
    return _mm256_alignr_epi8(now, before, 16 - 2 * N);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto load_abreast(std::uint8_t const* from, std::ptrdiff_t pitch,
                                                xsimd::avx512bw) -> batch<std::uint8_t, Arch>
{
    auto const two = [=](int i) -> __m256i {
        return load_abreast<xsimd::avx2>(from + i * pitch, pitch, xsimd::avx2{});
    };
    return _mm512_inserti64x4(_mm512_castsi256_si512(two(0)), two(2), 1);
}
template <class Arch>
[[gnu::always_inline]] inline void store_abreast(batch<std::uint8_t, Arch> const& v, std::uint8_t* to,
                                                 std::ptrdiff_t pitch, xsimd::avx512bw)
{
    auto const two = [=](int i, __m256i half) {
        store_abreast<xsimd::avx2>(half, to + i * pitch, pitch, xsimd::avx2{});
    };
    two(0, _mm512_castsi512_si256(v));
    two(2, _mm512_extracti64x4_epi64(v, 1));
}
template <class Arch>
[[gnu::always_inline]] inline auto repeated(std::int16_t const* eight, xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_broadcast_i32x4(_mm_loadu_si128(reinterpret_cast<__m128i const*>(eight)));
}
template <int N, class Arch>
[[gnu::always_inline]] inline auto behind(shorts_of<Arch> const& before, shorts_of<Arch> const& now,
                                          xsimd::avx512bw) -> shorts_of<Arch>
{
    return _mm512_alignr_epi8(now, before, 16 - 2 * N);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto load_abreast(std::uint8_t const* from, std::ptrdiff_t, xsimd::neon64)
    -> batch<std::uint8_t, Arch>
{
    return vld1q_u8(from);
}
template <class Arch>
[[gnu::always_inline]] inline void store_abreast(batch<std::uint8_t, Arch> const& v, std::uint8_t* to,
                                                 std::ptrdiff_t, xsimd::neon64)
{
    vst1q_u8(to, v);
}
template <class Arch>
[[gnu::always_inline]] inline auto repeated(std::int16_t const* eight, xsimd::neon64) -> shorts_of<Arch>
{
    return vld1q_s16(eight);
}
template <int N, class Arch>
[[gnu::always_inline]] inline auto behind(shorts_of<Arch> const& before, shorts_of<Arch> const& now,
                                          xsimd::neon64) -> shorts_of<Arch>
{
    return vextq_s16(before, now, 8 - N);
}
#endif

} // namespace detail

/// Sixteen bytes of each of so many rows, as levels; and back to bytes.
template <class Arch>
    requires(rows_abreast<Arch> > 0)
[[gnu::always_inline]] inline auto load_abreast(std::uint8_t const* from, std::ptrdiff_t pitch)
    -> short_pair<Arch>
{
    return short_pair<Arch>::of(detail::load_abreast<Arch>(from, pitch, Arch{}));
}
template <class Arch>
    requires(rows_abreast<Arch> > 0)
[[gnu::always_inline]] inline void store_abreast(short_pair<Arch> const& v, std::uint8_t* to,
                                                 std::ptrdiff_t pitch)
{
    detail::store_abreast<Arch>(v.bytes(), to, pitch, Arch{});
}

/// The same eight numbers in every row.
template <class Arch>
    requires(rows_abreast<Arch> > 0)
[[gnu::always_inline]] inline auto repeated(std::int16_t const* eight) -> shorts<Arch>
{
    return {detail::repeated<Arch>(eight, Arch{})};
}

/// Rows that go on from `before` to `now`, N numbers behind `now`: the last N of `before`, then the others.
template <int N, class Arch>
    requires(rows_abreast<Arch> > 0)
[[gnu::always_inline]] inline auto behind(shorts<Arch> before, shorts<Arch> now) -> shorts<Arch>
{
    static_assert(N > 0 && N < 8);
    return {detail::behind<N, Arch>(before.value, now.value, Arch{})};
}

} // namespace husk::simd
