// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <array>
#include <utility>

namespace husk::simd {

/// A number for each channel of several pixels side by side.
template <class Arch, int C>
using pixels = std::array<real<Arch>, static_cast<std::size_t>(C)>;

/// f(0), f(1), ... f(C - 1), with constants: a loop over an array of registers that the compiler does not
/// unroll (g++ at -O2 does not) keeps them in memory.
template <class Arch, int C, class F>
void for_channels(F f)
{
    [&]<int... c>(std::integer_sequence<int, c...>) { (f(std::integral_constant<int, c>{}), ...); }
    (std::make_integer_sequence<int, C>{});
}

} // namespace husk::simd
