// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/point.hpp>

namespace husk {

/// How bright a colour is: .2989 r + .587 g + .114 b (Rec. 601, with torchvision's four digits, which sum to
/// .9999; Pillow's differ by less than 1.1e-4).
template <class V>
auto luma(rgb<V> p) -> V
{
    return p.r * .2989f + p.g * .587f + p.b * .114f;
}

} // namespace husk
