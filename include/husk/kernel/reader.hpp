// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/convert.hpp>
#include <husk/kernel/point.hpp>

namespace husk {

/// The stage that a chain begins with: pixels in memory become colours.
template <view V>
struct reader {
    V from;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        unpack<Arch>(from, 0, y, to);
    }
};

/// The stage of a kernel that changes colours where they lie.
template <class K>
struct recoloured {
    row_source before;
    K kernel;

    template <class Arch>
    void pull(int y, row const& to) const
    {
        before(y, to);
        husk::recolour<Arch>(kernel, to, y);
    }
};

} // namespace husk
