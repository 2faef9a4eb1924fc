// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace husk::simd {

/// How many stretches of 16 bytes fill a register.
template <class Arch>
inline constexpr int pieces = static_cast<int>(lanes<std::uint8_t, Arch> / 16);

namespace detail {

template <class Arch, class At>
auto load_pieces(At at, scalar) -> batch<std::uint8_t, Arch>
{
    alignas(64) std::uint8_t bytes[lanes<std::uint8_t, Arch>];
    for (int i = 0; i < pieces<Arch>; ++i) std::memcpy(bytes + 16 * i, at(i), 16);
    return batch<std::uint8_t, Arch>::load_aligned(bytes);
}

#if XSIMD_WITH_AVX2
template <class Arch, class At>
auto load_pieces(At at, xsimd::avx2) -> batch<std::uint8_t, Arch>
{
    auto const half = [&](int i) { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at(i))); };
    return _mm256_inserti128_si256(_mm256_castsi128_si256(half(0)), half(1), 1);
}
#endif

#if XSIMD_WITH_AVX512F
template <class Arch, class At>
auto load_pieces(At at, xsimd::avx512f) -> batch<std::uint8_t, Arch>
{
    auto const quarter = [&](int i) { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at(i))); };
    __m512i const one = _mm512_inserti32x4(_mm512_castsi128_si512(quarter(0)), quarter(1), 1);
    return _mm512_inserti32x4(_mm512_inserti32x4(one, quarter(2), 2), quarter(3), 3);
}
#endif

} // namespace detail

/// A register of 16-byte stretches from several places: at(i), a pointer to bytes, leads to the i-th.
template <class Arch, class At>
requires std::same_as<std::invoke_result_t<At, int>,
                      std::uint8_t const*> // of others, xsimd converts the values
    auto load_pieces(At at) -> batch<std::uint8_t, Arch>
{
    if constexpr (pieces<Arch> == 1) return batch<std::uint8_t, Arch>::load_unaligned(at(0));
    else return detail::load_pieces<Arch>(at, Arch{});
}

} // namespace husk::simd
