// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/strided.hpp>
#include <husk/image/check.hpp>

namespace husk::detail {

/// Refuses an array with all that is known of it, which is put into words only then.
template <class... Rule>
void require_array(bool holds, strided const& a, Rule const&... rule)
{
    if (!holds) reject(a.name(), to_string(a), rule...);
}

/// A dimension: how many places, how many elements apart. One that is missing has one place.
struct dimension {
    std::int64_t size = 1, stride = 0;
};

inline auto dimension_of(strided const& a, char letter) -> dimension
{
    auto const i = a.axes().find(letter);
    return i == std::string_view::npos ? dimension{} : dimension{a.shape()[i], a.strides()[i]};
}

/// Each dimension has a name of its own, and an image has height and width.
inline void require_axes(strided const& a)
{
    require_array(a.axes().size() == a.rank(), a, "its axes must name each dimension once");
    for (std::size_t i = 0; i < a.rank(); ++i)
        require_array(std::string_view("NCHW").find(a.axes()[i]) != std::string_view::npos &&
                          a.axes().find(a.axes()[i], i + 1) == std::string_view::npos,
                      a, "its axes must be N, C, H or W, and none of them twice");
    require_array(a.axes().find('H') != std::string_view::npos &&
                      a.axes().find('W') != std::string_view::npos,
                  a, "two of its axes must be H and W");
}

/// What is true of any array that holds images of T.
template <class T>
void require_images(strided const& a)
{
    require_array(a.element() == number_type_of<T>, a, "a view of ", number_type_of<T>,
                  " must have elements of that type");
    require_array(std::is_const_v<T> || !a.read_only(), a, "must not be written: view its elements as const");
    require_axes(a);
    for (auto const letter : {'C', 'H', 'W'}) {
        auto const size = dimension_of(a, letter).size;
        require_array(size > 0 && size <= std::numeric_limits<int>::max(), a, std::string_view(&letter, 1),
                      " must lie in [1, 2^31)");
    }
    require_array(a.data() != nullptr, a, "its data must not be null");
    require_array(reinterpret_cast<std::uintptr_t>(a.data()) % alignof(T) == 0, a,
                  "its data must be aligned to elements");
}

/// The rules of views, told with the array's shape.
template <view V>
auto checked(strided const& a, V const& v) -> V
{
    explained([&] { check(a.name(), v); },
              [&] { return " (" + text(a.name()) + " is " + to_string(a) + ")"; });
    return v;
}

template <class T>
auto elements_of(strided const& a) -> T*
{
    return static_cast<T*>(const_cast<void*>(a.data())); // read_only() was asked
}

// The first image of an array with names for all dimensions. A dimension with one place may have any stride.

template <class T>
auto first_image(strided const& a, packed<T>) -> packed<T>
{
    require_images<T>(a);
    auto const c = dimension_of(a, 'C'), h = dimension_of(a, 'H'), w = dimension_of(a, 'W');
    require_array(c.size == 1 || c.stride == 1, a, "in a packed view channels must be next to each other");
    require_array(w.size == 1 || w.stride == c.size, a, "in a packed view pixels must follow each other");
    extent const size{static_cast<int>(w.size), static_cast<int>(h.size)};
    auto const pitch = h.size == 1 ? w.size * c.size : h.stride;
    return checked(a, packed<T>{elements_of<T>(a), size, static_cast<int>(c.size), pitch});
}

template <class T>
auto first_image(strided const& a, planar<T>) -> planar<T>
{
    require_images<T>(a);
    auto const c = dimension_of(a, 'C'), h = dimension_of(a, 'H'), w = dimension_of(a, 'W');
    require_array(w.size == 1 || w.stride == 1, a, "in a planar view pixels must be next to each other");
    extent const size{static_cast<int>(w.size), static_cast<int>(h.size)};
    auto const pitch = h.size == 1 ? w.size : h.stride;
    auto const plane = c.size == 1 ? 0 : c.stride;
    auto v = checked(a, planar<T>{elements_of<T>(a), size, static_cast<int>(c.size), pitch, plane});
    if (c.size == 1) v.plane = pitch * h.size;
    return v;
}

} // namespace husk::detail
