// SPDX-License-Identifier: MIT
#include <husk/simd/isa.hpp>

#if defined(FAULT_initialiser)
    #include <cstdlib>
int const seed = std::getenv("HOME") != nullptr ? 2 : 3;
#elif defined(FAULT_global)
auto helper(int n) -> int { return n; }
#endif

template <husk::simd::isa>
auto twice(int n) -> int;

template <>
auto twice<husk::simd::this_isa>(int n) -> int
{
#if defined(FAULT_initialiser)
    return seed * n;
#else
    return 2 * n;
#endif
}
