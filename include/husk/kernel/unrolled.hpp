// SPDX-License-Identifier: MIT
#pragma once
#include <type_traits>
#include <utility>

namespace husk::detail {

template <int... I, class F>
[[gnu::always_inline]] inline void unrolled(std::integer_sequence<int, I...>, F const& f)
{
    (f(std::integral_constant<int, I>{}), ...);
}

/// Calls f(i) for 0 <= i < N, each a constant: arrays that only such loops index can stay in registers.
template <int N, class F>
[[gnu::always_inline]] inline void unrolled(F const& f)
{
    unrolled(std::make_integer_sequence<int, N>{}, f);
}

} // namespace husk::detail
