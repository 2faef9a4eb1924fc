// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/extent.hpp>
#include <husk/image/view.hpp>

#include <limits>

namespace husk::detail {

/// Whether rows follow each other without gaps.
template <class Arch, class T>
auto gapless(packed<T> const& v) -> bool
{
    return v.pitch == std::ptrdiff_t{v.size.width} * v.channels;
}
template <class Arch, class T>
auto gapless(planar<T> const& v) -> bool
{
    return v.pitch == v.size.width;
}

/// Pixels without gaps as a single row, if its elements can be counted by an int; others as they are.
template <class Arch, class T>
auto joined(packed<T> const& v) -> packed<T>
{
    auto const elements = v.channels * v.size.area();
    if (!gapless<Arch>(v) || elements > std::numeric_limits<int>::max()) return v;
    return {v.data, {static_cast<int>(v.size.area()), 1}, v.channels};
}

/// How to walk over the rows of two views of one size: without gaps they are one row, whose beginning and end
/// cost as much as some registers do.
template <class Arch>
struct long_rows {
    std::ptrdiff_t width;
    int height;

    template <view A, view B>
    static auto of(A const& from, B const& to) -> long_rows
    {
        if (gapless<Arch>(from) && gapless<Arch>(to)) return {static_cast<std::ptrdiff_t>(to.size.area()), 1};
        return {to.size.width, to.size.height};
    }
};

} // namespace husk::detail
