// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/element.hpp>
#include <husk/core/rect.hpp>

#include <cstddef>

namespace husk {

/// Pixels as a decoder hands them over (HWC: RGBRGB...), in memory that belongs to somebody else.
/// Shape: size.height rows of size.width pixels of 1, 3 or 4 channels. A view is a value and never owns.
template <viewed_element T>
struct packed {
    T* data = nullptr;
    extent size;
    int channels = 3;
    std::ptrdiff_t pitch = std::ptrdiff_t{channels} * size.width; ///< elements from one row to the next

    constexpr auto row(int y) const -> T* { return data + y * pitch; }
    constexpr auto at(int x, int y) const -> T* { return row(y) + std::ptrdiff_t{x} * channels; }
    constexpr auto operator()(int x, int y, int c) const -> T& { return at(x, y)[c]; }

    /// The pixels inside `r`, which must lie inside the view; nothing is copied.
    constexpr auto crop(rect const& r) const -> packed
    {
        return {at(r.at.x, r.at.y), r.size, channels, pitch};
    }

    constexpr operator packed<T const>() const requires(!std::is_const_v<T>)
    {
        return {data, size, channels, pitch};
    }
};

/// Pixels as a network takes them (CHW: one plane per channel), in memory that belongs to somebody else.
template <viewed_element T>
struct planar {
    T* data = nullptr;
    extent size;
    int channels = 3;
    std::ptrdiff_t pitch = size.width;          ///< elements from one row to the next
    std::ptrdiff_t plane = pitch * size.height; ///< elements from one channel to the next

    constexpr auto row(int y, int c) const -> T* { return data + c * plane + y * pitch; }
    constexpr auto at(int x, int y) const -> T* { return data + y * pitch + x; }
    constexpr auto operator()(int x, int y, int c) const -> T& { return row(y, c)[x]; }

    /// The pixels inside `r`, which must lie inside the view; nothing is copied.
    constexpr auto crop(rect const& r) const -> planar
    {
        return {at(r.at.x, r.at.y), r.size, channels, pitch, plane};
    }

    constexpr operator planar<T const>() const requires(!std::is_const_v<T>)
    {
        return {data, size, channels, pitch, plane};
    }
};

template <class V>
inline constexpr bool is_view = false;
template <class T>
inline constexpr bool is_view<packed<T>> = true;
template <class T>
inline constexpr bool is_view<planar<T>> = true;

/// packed<T> or planar<T>.
template <class V>
concept view = is_view<V>;

/// The element of a view, const where the view is read-only.
template <view V>
using element_of = std::remove_pointer_t<decltype(V::data)>;

/// A view that may be written to.
template <class V>
concept writable_view = view<V> && !std::is_const_v<element_of<V>>;

namespace detail {

template <class T>
constexpr auto as_const(packed<T> v) -> packed<T const>
{
    return v;
}
template <class T>
constexpr auto as_const(planar<T> v) -> planar<T const>
{
    return v;
}

} // namespace detail
} // namespace husk
