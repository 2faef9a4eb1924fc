// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/array_image.hpp>

#include <vector>

namespace husk {

namespace detail {

/// The array with names for its dimensions: its own, or those of `two` to `four` of them.
inline auto named(strided const& a, std::string_view two, std::string_view three, std::string_view four)
    -> strided
{
    if (!a.axes().empty()) return a;
    auto const axes = a.rank() == 2 ? two : a.rank() == 3 ? three : four;
    require_array(!axes.empty(), a,
                  "cannot tell what its dimensions are: say its axes, or take another view");
    return a.as(axes);
}

template <view V>
auto one_image(strided const& a) -> V
{
    auto const v = first_image(a, V{});
    require_array(a.axes().find('N') == std::string_view::npos, a, "holds many images: take slots of it");
    return v;
}

template <view V>
auto all_images(strided const& a) -> std::vector<V>
{
    require_axes(a);
    auto const n = dimension_of(a, 'N');
    require_array(a.axes().find('N') != std::string_view::npos, a, "holds one image: take a view of it");
    require_array(n.size >= 0 && n.size <= std::numeric_limits<int>::max(), a, "N must lie in [0, 2^31)");
    if (n.size == 0) return {};
    auto const first = first_image(a, V{});
    auto const step = n.size == 1 ? 0 : n.stride;
    auto const limit =
        std::numeric_limits<std::int64_t>::max() / (8 * std::int64_t{sizeof(*first.data)}) / n.size;
    require_array(step >= -limit && step <= limit, a, "its size overflows");
    std::vector<V> images(static_cast<std::size_t>(n.size), first);
    for (std::size_t i = 1; i < images.size(); ++i) {
        images[i].data += static_cast<std::int64_t>(i) * step;
        // All are equally far apart, so that what the first shares with none of them, none share.
        require_array(!writable_view<V> || !overlap(first, images[i]), a,
                      "to be written, its images must not share memory");
    }
    return images;
}

} // namespace detail

/// The image that an array holds, if it is stored as HWC (or HW): its axes may be in another order, a tensor
/// CHW with the strides of channels_last. Nothing is copied. T is const for what is only read. Throws
/// husk::error, which says the array's name, elements, shape and strides, for what a view cannot express.
template <viewed_element T>
auto packed_view(strided const& a) -> packed<T>
{
    return detail::one_image<packed<T>>(detail::named(a, "HW", "HWC", ""));
}

/// The same for an image that is stored in planes, CHW (or HW).
template <viewed_element T>
auto planar_view(strided const& a) -> planar<T>
{
    return detail::one_image<planar<T>>(detail::named(a, "HW", "CHW", ""));
}

/// The images of an array NHWC, each a packed view. Those that are only read may share memory.
template <viewed_element T>
auto packed_slots(strided const& a) -> std::vector<packed<T>>
{
    return detail::all_images<packed<T>>(detail::named(a, "", "", "NHWC"));
}

/// The images of an array NCHW, each a planar view.
template <viewed_element T>
auto planar_slots(strided const& a) -> std::vector<planar<T>>
{
    return detail::all_images<planar<T>>(detail::named(a, "", "", "NCHW"));
}

} // namespace husk
