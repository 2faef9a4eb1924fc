// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <cstdint>

namespace husk::simd {

/// Whole numbers, plus `base`, as integers; none is beyond 2^30.
template <class Arch>
void store_whole(real<Arch> v, std::int32_t base, std::int32_t* to)
{
    if constexpr (real<Arch>::is_scalar) *to = base + static_cast<std::int32_t>(v.value);
    else (xsimd::to_int(v.value) + base).store_unaligned(to);
}

} // namespace husk::simd
