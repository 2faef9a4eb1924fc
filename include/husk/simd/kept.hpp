// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <type_traits>

namespace husk::simd {

/// The same value, in a register here and now: the compiler neither reads it from memory again for every use
/// nor puts off or regroups the sums that it comes from. Tiles of registers need that; g++ spills them
/// otherwise.
template <class V>
[[gnu::always_inline]] inline auto kept(V v) -> V
{
    if constexpr (std::is_integral_v<V>) return v; // plain C++ has nothing to lose
    else {
        typename V::register_type r = v;
#if defined(__AVX512F__)
        asm("" : "+v"(r));
#elif defined(__SSE2__)
        asm("" : "+x"(r));
#elif defined(__aarch64__)
        asm("" : "+w"(r));
#endif
        return r;
    }
}

} // namespace husk::simd
