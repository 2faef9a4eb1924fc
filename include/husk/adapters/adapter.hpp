// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/views.hpp>

namespace husk {

/// How the arrays X of a library are described: static describe(X const&, strided::options) -> strided. If
/// X knows its element when it is compiled, `using element`, const where X is read-only. To specialise it is
/// all that an adapter needs.
template <class X>
struct adapter;

/// An array of a library that has an adapter.
template <class X>
concept adapted = requires(X const& x, strided::options const& o)
{
    {
        adapter<X>::describe(x, o)
        } -> std::same_as<strided>;
};

namespace detail {

template <class X, class T>
inline constexpr bool element_fits = true;
template <class X, class T>
    requires requires { typename adapter<X>::element; }
inline constexpr bool element_fits<X, T> = std::convertible_to<typename adapter<X>::element (*)[], T (*)[]>;

/// Whether X may be looked at as elements T, as far as types can tell: nothing is written through const.
template <class X, class T>
concept viewable_as = adapted<std::remove_const_t<X>> &&
    (std::is_const_v<T> || !std::is_const_v<X>)&&element_fits<std::remove_const_t<X>, T>;

template <class X>
auto described(X const& x, strided::options const& o) -> strided
{
    return adapter<X>::describe(x, o);
}

} // namespace detail

/// A view of the image that a library's array holds, see packed_view(strided). Nothing is copied, and nothing
/// is kept alive: the array must outlive the view, which is why a temporary is no argument.
template <viewed_element T, class X>
    requires detail::viewable_as<X, T>
auto packed_view(X& array, strided::options const& o = {}) -> packed<T>
{
    return packed_view<T>(detail::described(array, o));
}
template <viewed_element T, adapted X>
auto packed_view(X const&&, strided::options const& = {}) -> packed<T> = delete;

/// The same in planes.
template <viewed_element T, class X>
    requires detail::viewable_as<X, T>
auto planar_view(X& array, strided::options const& o = {}) -> planar<T>
{
    return planar_view<T>(detail::described(array, o));
}
template <viewed_element T, adapted X>
auto planar_view(X const&&, strided::options const& = {}) -> planar<T> = delete;

/// The images of a batch, each a packed view.
template <viewed_element T, class X>
    requires detail::viewable_as<X, T>
auto packed_slots(X& array, strided::options const& o = {}) -> std::vector<packed<T>>
{
    return packed_slots<T>(detail::described(array, o));
}
template <viewed_element T, adapted X>
auto packed_slots(X const&&, strided::options const& = {}) -> std::vector<packed<T>> = delete;

/// The images of a batch, each a planar view.
template <viewed_element T, class X>
    requires detail::viewable_as<X, T>
auto planar_slots(X& array, strided::options const& o = {}) -> std::vector<planar<T>>
{
    return planar_slots<T>(detail::described(array, o));
}
template <viewed_element T, adapted X>
auto planar_slots(X const&&, strided::options const& = {}) -> std::vector<planar<T>> = delete;

} // namespace husk
