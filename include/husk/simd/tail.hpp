// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/batch.hpp>

#include <algorithm>
#include <array>

namespace husk::simd {

namespace detail {

template <class T, class Arch>
inline constexpr auto ones_then_zeros = [] {
    std::array<T, 2 * lanes<T, Arch>> a{};
    std::fill_n(a.begin(), lanes<T, Arch>, static_cast<T>(-1));
    return a;
}();

} // namespace detail

/// All bits in the first `n` lanes, none in the others: what a loop's last register keeps, so that it needs
/// no tail.
template <class T, class Arch>
auto first_lanes(int n) -> batch<T, Arch>
{
    constexpr auto most = static_cast<int>(lanes<T, Arch>);
    return batch<T, Arch>::load_unaligned(detail::ones_then_zeros<T, Arch>.data() + most -
                                          std::clamp(n, 0, most));
}

} // namespace husk::simd
