// SPDX-License-Identifier: MIT
#pragma once
#include <type_traits>

namespace husk::detail {

/// Calls f(n), the number of channels as a constant: 1, 3 or 4.
template <class F>
void with_channels(int channels, F const& f)
{
    switch (channels) {
    case 1:
        return f(std::integral_constant<int, 1>{});
    case 3:
        return f(std::integral_constant<int, 3>{});
    default:
        return f(std::integral_constant<int, 4>{});
    }
}

} // namespace husk::detail
