// error: (constraint failure|constraints not satisfied)
// SPDX-License-Identifier: MIT
#include <husk/image/view.hpp>

#ifdef WRONG
using number = double;
#else
using number = float;
#endif

auto pixels_of(husk::packed<number> const& view) -> number* { return view.data; }
