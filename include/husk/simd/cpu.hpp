// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/isa.hpp>

#if defined(__x86_64__)
    #include <cpuid.h>
#endif

namespace husk::simd {

namespace detail {

#if defined(__x86_64__)
/// What x86-64-v3 has beside AVX2 and FMA, and compilers' own detection does not know everywhere.
inline auto has_rest_of_v3() -> bool
{
    constexpr unsigned f16c = 1u << 29, movbe = 1u << 22, lzcnt = 1u << 5;
    unsigned a, b, basic, extended;
    return __get_cpuid(1, &a, &b, &basic, &a) && (basic & f16c) != 0 && (basic & movbe) != 0 &&
           __get_cpuid(0x80000001u, &a, &b, &extended, &a) && (extended & lzcnt) != 0;
}
#endif

} // namespace detail

/// Whether this processor has what code compiled for `i` may use, and the operating system keeps its
/// registers.
inline auto runs(isa i) -> bool
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    switch (i) {
    case isa::sse2:
        return true;
    case isa::sse4_2:
        return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt");
    case isa::avx2:
        return runs(isa::sse4_2) && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
               __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && detail::has_rest_of_v3();
    case isa::avx512bw:
        return runs(isa::avx2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    default:
        return false;
    }
#else
    return i == this_isa;
#endif
}

} // namespace husk::simd
