// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace husk::simd {

#if XSIMD_WITH_SSSE3 || XSIMD_WITH_NEON64
/// How many pixels of N bytes copy_backwards takes at a time; 0 where there is no such thing.
template <class Arch, int N>
inline constexpr int backwards_at_once = std::is_same_v<Arch, scalar> ? 0 : 16 / N;
    #if XSIMD_WITH_AVX2
template <class Arch>
    requires std::is_base_of_v<xsimd::avx2, Arch>
inline constexpr int backwards_at_once<Arch, 4> = 8;
    #endif

namespace detail {

/// Which of 16 bytes goes where: the last pixel first. What is left over comes from anywhere.
template <int N>
inline constexpr auto backwards = [] {
    std::array<std::uint8_t, 16> from{};
    for (int i = 0; i < 16 / N * N; ++i)
        from[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(16 - N - i / N * N + i % N);
    return from;
}();

} // namespace detail

/// So many pixels of N bytes, the last of which ends at `end`, in the other direction. 16 bytes are read and
/// written, or 32 where they are eight pixels of 4.
template <class Arch, int N>
void copy_backwards(std::byte const* end, std::byte* to)
{
    #if XSIMD_WITH_AVX2
    if constexpr (backwards_at_once<Arch, N> * N == 32) {
        __m256i const v = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(end - 32));
        return _mm256_storeu_si256(reinterpret_cast<__m256i*>(to),
                                   _mm256_permutevar8x32_epi32(v, _mm256_setr_epi32(7, 6, 5, 4, 3, 2, 1, 0)));
    }
    #endif
    #if XSIMD_WITH_SSSE3
    auto const at = [](auto const* p) { return reinterpret_cast<__m128i const*>(p); };
    __m128i const order = _mm_loadu_si128(at(detail::backwards<N>.data()));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_shuffle_epi8(_mm_loadu_si128(at(end - 16)), order));
    #else
    uint8x16_t const v = vld1q_u8(reinterpret_cast<std::uint8_t const*>(end - 16));
    vst1q_u8(reinterpret_cast<std::uint8_t*>(to), vqtbl1q_u8(v, vld1q_u8(detail::backwards<N>.data())));
    #endif
}
#else
/// Without shuffles of bytes, moving pixels one by one is as fast as anything.
template <class Arch, int N>
inline constexpr int backwards_at_once = 0;
template <class Arch, int N>
void copy_backwards(std::byte const* end, std::byte* to);
#endif

} // namespace husk::simd
