// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/arch.hpp>

#include <cstddef>

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
