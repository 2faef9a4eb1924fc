// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

// The few things that xsimd names differently from version to version (8.1 to 14), under one name.

namespace husk::simd {

template <class T, class Arch>
using batch = xsimd::batch<T, Arch>;

/// How many lanes a register has.
template <class T, class Arch>
inline constexpr std::size_t lanes = batch<T, Arch>::size;

/// The same bits, read as lanes of another type.
template <class To, class From, class Arch>
auto bit_cast(batch<From, Arch> const& v) -> batch<To, Arch>
{
#if XSIMD_VERSION_MAJOR < 11
    return xsimd::bitwise_cast<batch<To, Arch>>(v);
#else
    return xsimd::bitwise_cast<To>(v);
#endif
}

/// Lane by lane: `a` where the mask holds, else `b`.
template <class Arch>
auto choose_ints(typename batch<std::int32_t, Arch>::batch_bool_type const& mask,
                 batch<std::int32_t, Arch> const& a, batch<std::int32_t, Arch> const& b)
    -> batch<std::int32_t, Arch>
{
#if XSIMD_WITH_AVX512F // for which xsimd 8.1 does not compile
    if constexpr (std::is_base_of_v<xsimd::avx512f, Arch>) return _mm512_mask_blend_epi32(mask, b, a);
    else
#endif
        return xsimd::select(mask, a, b);
}

/// The sum of all lanes.
template <class T, class Arch>
auto sum(batch<T, Arch> const& v) -> T
{
#if XSIMD_VERSION_MAJOR < 9
    return xsimd::hadd(v);
#else
    return xsimd::reduce_add(v);
#endif
}

} // namespace husk::simd
