// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>
#include <husk/image/view.hpp>

#include <functional>
#include <limits>

namespace husk::detail {

inline void require_shape(std::string_view argument, extent size, int channels, std::size_t element_bytes)
{
    require(size.width > 0, member{argument, ".size.width"}, size.width, "must be positive");
    require(size.height > 0, member{argument, ".size.height"}, size.height, "must be positive");
    require(channels == 1 || channels == 3 || channels == 4, member{argument, ".channels"}, channels,
            "must be 1, 3 or 4");
    // int x int fits 64 bits; what must fit as well is the number of bytes.
    auto const limit =
        std::numeric_limits<std::ptrdiff_t>::max() / (4 * static_cast<std::ptrdiff_t>(element_bytes));
    require(size.area() <= limit, member{argument, ".size"}, size, "width x height x channels overflows");
}

/// Pitch x height must stay addressable.
inline void require_span(member argument, std::ptrdiff_t stride, std::ptrdiff_t least, int steps,
                         std::size_t element_bytes, std::string_view rule)
{
    require(stride >= least, argument, stride, rule);
    auto const limit =
        std::numeric_limits<std::ptrdiff_t>::max() / (8 * static_cast<std::ptrdiff_t>(element_bytes)) / steps;
    require(stride <= limit, argument, stride, "overflows");
}

/// Throws husk::error unless the view has pixels, a sound shape and strides that do not fold it onto itself.
template <class T>
void check(std::string_view argument, packed<T> const& v)
{
    require(v.data != nullptr, member{argument, ".data"}, "null", "must point to pixels");
    require_shape(argument, v.size, v.channels, sizeof(T));
    require_span(member{argument, ".pitch"}, v.pitch, std::ptrdiff_t{v.size.width} * v.channels,
                 v.size.height, sizeof(T), "must be at least width x channels, in elements");
}

template <class T>
void check(std::string_view argument, planar<T> const& v)
{
    require(v.data != nullptr, member{argument, ".data"}, "null", "must point to pixels");
    require_shape(argument, v.size, v.channels, sizeof(T));
    require_span(member{argument, ".pitch"}, v.pitch, v.size.width, v.size.height, sizeof(T),
                 "must be at least the width, in elements");
    // Planes may follow each other, or rows of several planes may take turns (pitch = channels x width);
    // they must not share elements.
    auto const stacked = (std::ptrdiff_t{v.size.height} - 1) * v.pitch + v.size.width;
    auto const takes_turns =
        v.plane >= v.size.width && v.plane <= v.pitch && v.plane * (v.channels - 1) + v.size.width <= v.pitch;
    if (v.channels > 1 && !takes_turns)
        require_span(member{argument, ".plane"}, v.plane, stacked, v.channels, sizeof(T),
                     "must be at least pitch x (height - 1) + width, in elements");
}

/// One past the last element that the view may touch.
template <class T>
constexpr auto end_of(packed<T> const& v) -> T*
{
    return v.row(v.size.height - 1) + std::ptrdiff_t{v.size.width} * v.channels;
}
template <class T>
constexpr auto end_of(planar<T> const& v) -> T*
{
    return v.row(v.size.height - 1, v.channels - 1) + v.size.width;
}

/// Two boxes of one buffer, `delta` elements apart: do they share an element?
constexpr auto boxes_meet(std::ptrdiff_t delta, std::ptrdiff_t pitch, extent a, extent b) -> bool
{
    if (delta < 0) return boxes_meet(-delta, pitch, b, a);
    auto const down = delta / pitch, right = delta % pitch;
    // b starts `right` elements into row `down`; seen from the next row it may also reach in from the left.
    return (down < a.height && right < a.width) || (down + 1 < a.height && right - pitch + b.width > 0);
}

/// Whether the two views have memory in common. Crops of one buffer (equal strides) are compared box by box,
/// so that neighbours do not count; any other two views by the stretch from their first to their last
/// element.
template <view A, view B>
auto overlap(A const& a, B const& b) -> bool
{
    std::less<void const*> const before;
    if (!before(a.data, end_of(b)) || !before(b.data, end_of(a))) return false;
    if constexpr (std::same_as<decltype(as_const(a)), decltype(as_const(b))>) {
        auto const elements_wide = [](auto const& v) {
            if constexpr (requires { v.plane; }) return v.size;
            else return extent{v.size.width * v.channels, v.size.height};
        };
        if constexpr (requires { a.plane; })
            if (a.plane != b.plane || a.channels != b.channels) return true;
        if (a.pitch == b.pitch)
            return boxes_meet(b.data - a.data, a.pitch, elements_wide(a), elements_wide(b));
    }
    return true;
}

} // namespace husk::detail
