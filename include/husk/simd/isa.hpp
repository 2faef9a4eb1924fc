// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

#include <array>
#include <string_view>

namespace husk::simd {

/// Instruction sets that a program may be compiled for. Those of x86-64 stand in order, each with all that is
/// before it: sse2 is x86-64, sse4_2 x86-64-v2, avx2 x86-64-v3 and avx512bw x86-64-v4.
enum class isa { other = 0, neon64 = 1, sse2 = 2, sse4_2 = 3, avx2 = 4, avx512bw = 5 };

namespace detail {

inline constexpr auto isa_names =
    std::to_array<std::string_view>({"other", "neon64", "sse2", "sse4_2", "avx2", "avx512bw"});

} // namespace detail

inline auto to_string(isa i) -> std::string
{
    return std::string(detail::isa_names.at(static_cast<std::size_t>(i)));
}

/// What to_string turns into `name`. Throws husk::error for any other name.
inline auto isa_named(std::string_view name) -> isa
{
    for (std::size_t i = 0; i < detail::isa_names.size(); ++i)
        if (detail::isa_names[i] == name) return static_cast<isa>(i);
    husk::detail::reject("isa", name, "must be one of other, neon64, sse2, sse4_2, avx2, avx512bw");
}

/// What this unit is compiled for, as its flags say: a constant of the unit, not of the program.
#if defined(__AVX512BW__)
constexpr isa this_isa = isa::avx512bw;
#elif defined(__AVX2__)
constexpr isa this_isa = isa::avx2;
#elif defined(__SSE4_2__)
constexpr isa this_isa = isa::sse4_2;
#elif defined(__SSE2__)
constexpr isa this_isa = isa::sse2;
#elif defined(__aarch64__)
constexpr isa this_isa = isa::neon64;
#else
constexpr isa this_isa = isa::other;
#endif

} // namespace husk::simd
