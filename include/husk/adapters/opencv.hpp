// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/adapter.hpp>
#include <husk/adapters/channel_order.hpp>
#include <husk/image/image.hpp>

#include <opencv2/core.hpp>

namespace husk {

/// cv::Mat, cv::Mat_.
template <class M>
concept opencv_mat = std::derived_from<M, cv::Mat>;

namespace detail {

inline auto number_type_of_cv(int depth) -> number_type
{
    switch (depth) {
    case CV_8U:
        return {number_kind::unsigned_integer, 8};
    case CV_8S:
        return {number_kind::integer, 8};
    case CV_16U:
        return {number_kind::unsigned_integer, 16};
    case CV_16S:
        return {number_kind::integer, 16};
    case CV_32S:
        return {number_kind::integer, 32};
    case CV_16F:
        return {number_kind::real, 16};
    case CV_32F:
        return {number_kind::real, 32};
    case CV_64F:
        return {number_kind::real, 64};
    default:
        return {};
    }
}

/// The depth of a Mat with elements T.
template <class T>
inline constexpr int cv_depth = std::same_as<T, std::uint8_t>    ? CV_8U
                                : std::same_as<T, std::uint16_t> ? CV_16U
                                : std::same_as<T, float>         ? CV_32F
                                                                 : CV_16F;

inline auto describe_mat(cv::Mat const& m, strided::options o) -> strided
{
    if (o.name.empty()) o.name = "mat";
    require(m.dims <= 2, member{o.name, ".dims"}, m.dims, "must be 2");
    auto const step = m.dims == 0 ? 0 : m.step[0] / m.elemSize1(); // OpenCV has no others
    std::int64_t const shape[]{m.rows, m.cols, m.channels()};
    std::int64_t const strides[]{static_cast<std::int64_t>(step), m.channels(), 1};
    return {m.data, number_type_of_cv(m.depth()), shape, strides, o};
}

} // namespace detail

/// A Mat of one channel. What the channels of others are must be said: packed_view<T>(mat, in_bgr).
template <opencv_mat M>
struct adapter<M> {
    static auto describe(cv::Mat const& m, strided::options o) -> strided
    {
        if (o.axes.empty()) o.axes = "HWC";
        auto const a = detail::describe_mat(m, o);
        detail::require_array(m.channels() == 1, a,
                              "the order of its channels must be said, in_rgb or in_bgr");
        return a;
    }
};

/// A Mat whose channels are R, G, B (and A), which cv::imread does not make.
template <viewed_element T, class M>
    requires opencv_mat<std::remove_const_t<M>> && detail::viewable_as<M, T>
auto packed_view(M& mat, rgb_order, strided::options const& o = {}) -> packed<T>
{
    return packed_view<T>(detail::describe_mat(mat, o));
}
template <viewed_element T, opencv_mat M>
auto packed_view(M const&&, rgb_order, strided::options const& = {}) -> packed<T> = delete;

/// A Mat whose channels are B, G, R (and A), as cv::imread makes them.
template <viewed_element T, class M>
    requires opencv_mat<std::remove_const_t<M>> && detail::viewable_as<M, T>
auto packed_view(M& mat, bgr_order, strided::options const& o = {}) -> bgr_pixels<T>
{
    return {packed_view<T>(detail::describe_mat(mat, o))};
}
template <viewed_element T, opencv_mat M>
auto packed_view(M const&&, bgr_order, strided::options const& = {}) -> bgr_pixels<T> = delete;

/// A Mat over the view's memory, which it does not own; its colours are in RGB. A Mat cannot be const, and so
/// the view must be one that may be written to.
template <element T>
auto rgb_mat(packed<T> const& view) -> cv::Mat
{
    detail::check("view", view);
    return {view.size.height, view.size.width, CV_MAKETYPE(detail::cv_depth<T>, view.channels), view.data,
            static_cast<std::size_t>(view.pitch) * sizeof(T)};
}
template <element T>
auto rgb_mat(image<T>& i) -> cv::Mat
{
    return rgb_mat(i.view());
}

} // namespace husk
