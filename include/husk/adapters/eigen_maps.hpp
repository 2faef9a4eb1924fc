// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/image.hpp>

#include <Eigen/Core>

#include <vector>

namespace husk {

namespace detail {

template <class T>
using plane_array = Eigen::Array<std::remove_const_t<T>, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

inline void require_channel(int channel, int channels)
{
    require(channel >= 0 && channel < channels, "channel", channel, "must lie in [0, ", channels, ")");
}

} // namespace detail

/// One channel of a view as an Eigen array of height x width, over the same memory; const where the view is.
template <class T, class Stride>
using plane_map =
    Eigen::Map<std::conditional_t<std::is_const_v<T>, detail::plane_array<T> const, detail::plane_array<T>>,
               Eigen::Unaligned, Stride>;

/// Throws husk::error for a channel that the view does not have, and for a view that is no image.
template <viewed_element T>
auto plane(planar<T> const& view, int channel) -> plane_map<T, Eigen::OuterStride<>>
{
    detail::check("view", view);
    detail::require_channel(channel, view.channels);
    return {view.row(0, channel), view.size.height, view.size.width, Eigen::OuterStride<>(view.pitch)};
}
template <viewed_element T>
auto plane(packed<T> const& view, int channel) -> plane_map<T, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>>
{
    detail::check("view", view);
    detail::require_channel(channel, view.channels);
    return {view.data + channel, view.size.height, view.size.width,
            Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>(view.pitch, view.channels)};
}
template <element T, template <class> class Layout>
auto plane(image<T, Layout>& i, int channel)
{
    return plane(i.view(), channel);
}
template <element T, template <class> class Layout>
auto plane(image<T, Layout> const& i, int channel)
{
    return plane(i.view(), channel);
}
template <element T, template <class> class Layout>
void plane(image<T, Layout> const&&, int) = delete; // its memory would be gone

/// All channels of a view, or of an image that outlives them, in order.
template <class P>
auto planes(P&& pixels)
{
    int const channels = [&] {
        if constexpr (requires { pixels.channels(); }) return pixels.channels();
        else return pixels.channels;
    }();
    std::vector<decltype(plane(std::forward<P>(pixels), 0))> all;
    for (int c = 0; c < channels; ++c) all.push_back(plane(std::forward<P>(pixels), c));
    return all;
}

} // namespace husk
