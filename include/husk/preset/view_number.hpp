// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

namespace husk::preset::detail {

/// Which of two views that differ: 1 or 2. Throws husk::error for other numbers.
constexpr auto is_first(int view) -> bool
{
    if (view != 1 && view != 2) husk::detail::reject("view", view, "must be 1 or 2");
    return view == 1;
}

} // namespace husk::preset::detail
