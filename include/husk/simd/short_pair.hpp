// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>

namespace husk::simd {

/// Two registers of levels from as many bytes as they hold, shared out among them in whatever order is
/// cheapest to come back from.
template <class Arch>
struct short_pair {
    static constexpr int lanes = 2 * shorts<Arch>::lanes;

    shorts<Arch> first, second;

    static auto load(std::uint8_t const* from) -> short_pair;
    void store(std::uint8_t* to) const;

    friend auto operator+(short_pair a, short_pair b) -> short_pair
    {
        return {a.first + b.first, a.second + b.second};
    }
};

namespace detail {

template <class Arch>
auto load_pair(std::uint8_t const* from, scalar) -> short_pair<Arch>
{
    return {shorts<Arch>::load(from), shorts<Arch>::load(from + shorts<Arch>::lanes)};
}
template <class Arch>
void store_pair(short_pair<Arch> const& v, std::uint8_t* to, scalar)
{
    v.first.store(to);
    v.second.store(to + shorts<Arch>::lanes);
}

#if XSIMD_WITH_SSE2
template <class Arch>
auto load_pair(std::uint8_t const* from, xsimd::sse2) -> short_pair<Arch>
{
    __m128i const v = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from)), none = _mm_setzero_si128();
    return {{shorts_of<Arch>(_mm_unpacklo_epi8(v, none))}, {shorts_of<Arch>(_mm_unpackhi_epi8(v, none))}};
}
template <class Arch>
void store_pair(short_pair<Arch> const& v, std::uint8_t* to, xsimd::sse2)
{
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(v.first.value, v.second.value));
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
auto load_pair(std::uint8_t const* from, xsimd::avx2) -> short_pair<Arch>
{
    __m256i const v = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(from)),
                  none = _mm256_setzero_si256();
    return {{shorts_of<Arch>(_mm256_unpacklo_epi8(v, none))},
            {shorts_of<Arch>(_mm256_unpackhi_epi8(v, none))}};
}
template <class Arch>
void store_pair(short_pair<Arch> const& v, std::uint8_t* to, xsimd::avx2)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_packus_epi16(v.first.value, v.second.value));
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
auto load_pair(std::uint8_t const* from, xsimd::avx512bw) -> short_pair<Arch>
{
    __m512i const v = _mm512_loadu_si512(from), none = _mm512_setzero_si512();
    return {{shorts_of<Arch>(_mm512_unpacklo_epi8(v, none))},
            {shorts_of<Arch>(_mm512_unpackhi_epi8(v, none))}};
}
template <class Arch>
void store_pair(short_pair<Arch> const& v, std::uint8_t* to, xsimd::avx512bw)
{
    _mm512_storeu_si512(to, _mm512_packus_epi16(v.first.value, v.second.value));
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
auto load_pair(std::uint8_t const* from, xsimd::neon64) -> short_pair<Arch>
{
    uint8x16_t const v = vld1q_u8(from);
    return {{shorts_of<Arch>(vreinterpretq_s16_u16(vmovl_u8(vget_low_u8(v))))},
            {shorts_of<Arch>(vreinterpretq_s16_u16(vmovl_high_u8(v)))}};
}
template <class Arch>
void store_pair(short_pair<Arch> const& v, std::uint8_t* to, xsimd::neon64)
{
    int16x8_t const first = v.first.value, second = v.second.value;
    vst1q_u8(to, vcombine_u8(vqmovun_s16(first), vqmovun_s16(second)));
}
#endif

} // namespace detail

template <class Arch>
auto short_pair<Arch>::load(std::uint8_t const* from) -> short_pair
{
    return detail::load_pair<Arch>(from, Arch{});
}
template <class Arch>
void short_pair<Arch>::store(std::uint8_t* to) const
{
    detail::store_pair<Arch>(*this, to, Arch{});
}

} // namespace husk::simd
