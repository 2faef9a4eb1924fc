// SPDX-License-Identifier: MIT
#pragma once
#include <husk/adapters/adapter.hpp>
#include <husk/image/image.hpp>

#include <Eigen/Core>

namespace husk {

namespace detail {

template <class D>
auto dense_type(Eigen::DenseBase<D> const&) -> D;

} // namespace detail

/// An Eigen matrix, array, map, block or transpose whose coefficients lie in memory and are elements.
template <class M>
concept eigen_dense = requires(M const& m)
{
    {
        detail::dense_type(m)
        } -> std::same_as<M>;
    requires(M::Flags & Eigen::DirectAccessBit) != 0;
    requires element<typename M::Scalar>;
};

/// A matrix is an image of one channel; it must be row-major, as images are.
template <eigen_dense M>
struct adapter<M> {
    static_assert(M::IsRowMajor,
                  "husk: the matrix is column-major. Make it row-major, or view its transpose()");

    using element =
        std::conditional_t<(M::Flags & Eigen::LvalueBit) != 0, typename M::Scalar, typename M::Scalar const>;

    static auto describe(M const& m, strided::options o) -> strided
    {
        if (o.name.empty()) o.name = "matrix";
        std::int64_t const shape[]{m.rows(), m.cols()}, strides[]{m.outerStride(), m.innerStride()};
        return {m.data(), number_type_of<element>, shape, strides, o};
    }
};

/// A matrix whose rows are those of one plane after the other, as planes: 3 x height rows.
template <viewed_element T, class M>
    requires eigen_dense<std::remove_const_t<M>> && detail::viewable_as<M, T>
auto planar_view(M& matrix, int channels) -> planar<T>
{
    detail::require(channels > 0 && matrix.rows() % channels == 0, "channels", channels,
                    "must divide the matrix's rows, ", matrix.rows());
    auto const height = matrix.rows() / channels;
    std::int64_t const shape[]{channels, height, matrix.cols()};
    std::int64_t const strides[]{height * matrix.outerStride(), matrix.outerStride(), matrix.innerStride()};
    return planar_view<T>(strided(matrix.data(), number_type_of<T>, shape, strides, {.name = "matrix"}));
}
template <viewed_element T, eigen_dense M>
auto planar_view(M const&&, int) -> planar<T> = delete;

/// A matrix whose rows hold pixels of several channels, RGBRGB...: width x 3 columns.
template <viewed_element T, class M>
    requires eigen_dense<std::remove_const_t<M>> && detail::viewable_as<M, T>
auto packed_view(M& matrix, int channels) -> packed<T>
{
    detail::require(channels > 0 && matrix.cols() % channels == 0, "channels", channels,
                    "must divide the matrix's columns, ", matrix.cols());
    std::int64_t const shape[]{matrix.rows(), matrix.cols() / channels, channels};
    std::int64_t const strides[]{matrix.outerStride(), channels * matrix.innerStride(), matrix.innerStride()};
    return packed_view<T>(strided(matrix.data(), number_type_of<T>, shape, strides, {.name = "matrix"}));
}
template <viewed_element T, eigen_dense M>
auto packed_view(M const&&, int) -> packed<T> = delete;

} // namespace husk
