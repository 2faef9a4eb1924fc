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
using bytes_of = batch<std::uint8_t, Arch>;

// From a register of bytes, and back; less than 0 becomes 0, and more than 255 becomes 255.
#if XSIMD_WITH_SSE2
template <class Arch>
[[gnu::always_inline]] inline auto halves(bytes_of<Arch> const& v, xsimd::sse2) -> short_pair<Arch>
{
    __m128i const none = _mm_setzero_si128();
    return {{shorts_of<Arch>(_mm_unpacklo_epi8(v, none))}, {shorts_of<Arch>(_mm_unpackhi_epi8(v, none))}};
}
template <class Arch>
[[gnu::always_inline]] inline auto whole(short_pair<Arch> const& v, xsimd::sse2) -> bytes_of<Arch>
{
    return _mm_packus_epi16(v.first.value, v.second.value);
}
#endif
#if XSIMD_WITH_AVX2
template <class Arch>
[[gnu::always_inline]] inline auto halves(bytes_of<Arch> const& v, xsimd::avx2) -> short_pair<Arch>
{
    __m256i const none = _mm256_setzero_si256();
    return {{shorts_of<Arch>(_mm256_unpacklo_epi8(v, none))},
            {shorts_of<Arch>(_mm256_unpackhi_epi8(v, none))}};
}
template <class Arch>
[[gnu::always_inline]] inline auto whole(short_pair<Arch> const& v, xsimd::avx2) -> bytes_of<Arch>
{
    return _mm256_packus_epi16(v.first.value, v.second.value);
}
#endif
#if XSIMD_WITH_AVX512BW
template <class Arch>
[[gnu::always_inline]] inline auto halves(bytes_of<Arch> const& v, xsimd::avx512bw) -> short_pair<Arch>
{
    __m512i const none = _mm512_setzero_si512();
    return {{shorts_of<Arch>(_mm512_unpacklo_epi8(v, none))},
            {shorts_of<Arch>(_mm512_unpackhi_epi8(v, none))}};
}
template <class Arch>
[[gnu::always_inline]] inline auto whole(short_pair<Arch> const& v, xsimd::avx512bw) -> bytes_of<Arch>
{
    return _mm512_packus_epi16(v.first.value, v.second.value);
}
#endif
#if XSIMD_WITH_NEON64
template <class Arch>
[[gnu::always_inline]] inline auto halves(bytes_of<Arch> const& v, xsimd::neon64) -> short_pair<Arch>
{
    return {{shorts_of<Arch>(vreinterpretq_s16_u16(vmovl_u8(vget_low_u8(v))))},
            {shorts_of<Arch>(vreinterpretq_s16_u16(vmovl_high_u8(v)))}};
}
template <class Arch>
[[gnu::always_inline]] inline auto whole(short_pair<Arch> const& v, xsimd::neon64) -> bytes_of<Arch>
{
    int16x8_t const first = v.first.value, second = v.second.value;
    return vcombine_u8(vqmovun_s16(first), vqmovun_s16(second));
}
#endif

} // namespace detail

template <class Arch>
auto short_pair<Arch>::load(std::uint8_t const* from) -> short_pair
{
    constexpr int n = shorts<Arch>::lanes;
    if constexpr (shorts<Arch>::is_scalar) return {shorts<Arch>::load(from), shorts<Arch>::load(from + n)};
    else return detail::halves<Arch>(detail::bytes_of<Arch>::load_unaligned(from), Arch{});
}
template <class Arch>
void short_pair<Arch>::store(std::uint8_t* to) const
{
    constexpr int n = shorts<Arch>::lanes;
    if constexpr (shorts<Arch>::is_scalar) first.store(to), second.store(to + n);
    else detail::whole<Arch>(*this, Arch{}).store_unaligned(to);
}

} // namespace husk::simd
