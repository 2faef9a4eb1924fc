// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/point.hpp>

namespace husk {

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

template <class Arch, class K>
auto recolouring(row_source const& before, K const& k) -> recoloured<K>
{
    return {before, k};
}

} // namespace husk
