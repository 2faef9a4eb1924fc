// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <array>

namespace husk::simd::detail {

// A register as so many times 16 bytes, which in memory begin 48 bytes apart. What is done to it is done to
// each of them: `rounded_product` is (a b + 2^14) / 2^15, rounded down, of numbers of 16 bits; and in
// registers of at most 32 bytes `along` takes 16 bytes of two side by side, from the N-th of the first;
// `fours` takes four from b where `mask` has a bit; and `pair_sums` are of bytes without a sign times bytes
// with one, in 16 bits.
#if XSIMD_WITH_SSE4_1
struct sixteens_of_sse {
    using reg = __m128i;
    static auto repeated(std::array<std::uint8_t, 16> const& v) -> reg
    {
        return _mm_loadu_si128(reinterpret_cast<__m128i const*>(v.data()));
    }
    static auto blend(reg a, reg b, reg mask) -> reg { return _mm_blendv_epi8(a, b, mask); }
    static auto shuffle(reg a, reg order) -> reg { return _mm_shuffle_epi8(a, order); }
    template <int N>
    static auto along(reg a, reg b) -> reg
    {
        return _mm_alignr_epi8(b, a, N);
    }
    template <int Mask>
    static auto fours(reg a, reg b) -> reg
    {
        return _mm_blend_epi16(a, b, (Mask & 1) * 3 + (Mask & 2) * 6 + (Mask & 4) * 12 + (Mask & 8) * 24);
    }
    static auto pair_sums(reg a, reg b) -> reg { return _mm_maddubs_epi16(a, b); }
    static auto rounded_product(reg a, reg b) -> reg { return _mm_mulhrs_epi16(a, b); }
    static auto at(std::uint8_t const* p) -> reg { return _mm_loadu_si128(reinterpret_cast<reg const*>(p)); }
    static void put(reg v, std::uint8_t* p) { _mm_storeu_si128(reinterpret_cast<reg*>(p), v); }
};
    #if XSIMD_WITH_AVX2
struct sixteens_of_avx2 {
    using reg = __m256i;
    static auto repeated(std::array<std::uint8_t, 16> const& v) -> reg
    {
        return _mm256_broadcastsi128_si256(sixteens_of_sse::repeated(v));
    }
    static auto blend(reg a, reg b, reg mask) -> reg { return _mm256_blendv_epi8(a, b, mask); }
    static auto shuffle(reg a, reg order) -> reg { return _mm256_shuffle_epi8(a, order); }
    template <int N>
    static auto along(reg a, reg b) -> reg
    {
        return _mm256_alignr_epi8(b, a, N);
    }
    template <int Mask>
    static auto fours(reg a, reg b) -> reg
    {
        return _mm256_blend_epi32(a, b, Mask * 0x11);
    }
    static auto pair_sums(reg a, reg b) -> reg { return _mm256_maddubs_epi16(a, b); }
    static auto rounded_product(reg a, reg b) -> reg { return _mm256_mulhrs_epi16(a, b); }
    static auto at(std::uint8_t const* p) -> reg
    {
        return _mm256_inserti128_si256(_mm256_castsi128_si256(sixteens_of_sse::at(p)),
                                       sixteens_of_sse::at(p + 48), 1);
    }
    static void put(reg v, std::uint8_t* p)
    {
        sixteens_of_sse::put(_mm256_castsi256_si128(v), p);
        sixteens_of_sse::put(_mm256_extracti128_si256(v, 1), p + 48);
    }
};
    #endif
    #if XSIMD_WITH_AVX512BW
struct sixteens_of_avx512 {
    using reg = __m512i;
    static auto repeated(std::array<std::uint8_t, 16> const& v) -> reg
    {
        return _mm512_broadcast_i32x4(sixteens_of_sse::repeated(v));
    }
    static auto blend(reg a, reg b, reg mask) -> reg
    {
        return _mm512_mask_blend_epi8(_mm512_movepi8_mask(mask), a, b);
    }
    static auto shuffle(reg a, reg order) -> reg { return _mm512_shuffle_epi8(a, order); }
    static auto rounded_product(reg a, reg b) -> reg { return _mm512_mulhrs_epi16(a, b); }
    static auto at(std::uint8_t const* p) -> reg
    {
        return _mm512_inserti64x4(_mm512_castsi256_si512(sixteens_of_avx2::at(p)),
                                  sixteens_of_avx2::at(p + 96), 1);
    }
    static void put(reg v, std::uint8_t* p)
    {
        sixteens_of_avx2::put(_mm512_castsi512_si256(v), p);
        sixteens_of_avx2::put(_mm512_extracti64x4_epi64(v, 1), p + 96);
    }
};
    #endif

auto sixteens_for(xsimd::sse4_1) -> sixteens_of_sse;
    #if XSIMD_WITH_AVX2
auto sixteens_for(xsimd::avx2) -> sixteens_of_avx2;
    #endif
    #if XSIMD_WITH_AVX512BW
auto sixteens_for(xsimd::avx512bw) -> sixteens_of_avx512;
    #endif
/// Whether an instruction set has them, and which.
template <class Arch>
inline constexpr bool has_sixteens = !std::is_same_v<Arch, scalar>;
template <class Arch>
using sixteens_of = decltype(sixteens_for(Arch{}));
#else
template <class Arch>
inline constexpr bool has_sixteens = false;
template <class Arch>
struct sixteens_of;
#endif

} // namespace husk::simd::detail
