// SPDX-License-Identifier: MIT
#pragma once
#include <type_traits>

namespace husk::detail {

/// a * b, rounded even where the compiler would fuse it with a sum that follows: sums of products have the
/// same bits with every compiler, flag (but -ffast-math) and machine. Below dispatch: product<Arch>(a, b).
template <class Arch = void>
constexpr auto product(double a, double b) -> double
{
    if (std::is_constant_evaluated()) return a * b;
#if __has_builtin(__builtin_assoc_barrier)
    return __builtin_assoc_barrier(a * b); // g++ fuses nothing across it, and it costs nothing
#else
    double rounded = a * b;
    asm("" : "+m"(rounded)); // the compiler cannot know that what comes out is a product
    return rounded;
#endif
}

} // namespace husk::detail
