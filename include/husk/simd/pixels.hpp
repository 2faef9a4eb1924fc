// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <array>
#include <utility>

namespace husk::simd {

/// A number for each channel of several pixels side by side.
template <class Arch, int C>
using pixels = std::array<real<Arch>, static_cast<std::size_t>(C)>;

namespace detail {

template <class Arch, class F, int... c>
[[gnu::always_inline]] inline void for_each_of(F const& f, std::integer_sequence<int, c...>)
{
    (f(std::integral_constant<int, c>{}), ...);
}

} // namespace detail

/// f(0), f(1), ... f(C - 1), with constants: a loop over an array of registers that the compiler does not
/// unroll (g++ at -O2 does not) keeps them in memory; and so does a call, which g++ makes where a unit of its
/// user's has grown large.
template <class Arch, int C, class F>
[[gnu::always_inline]] inline void for_channels(F const& f)
{
    detail::for_each_of<Arch>(f, std::make_integer_sequence<int, C>{});
}

} // namespace husk::simd
