// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/eigen.hpp>

using support::contains;

namespace {

template <class T>
using rows = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using bytes = rows<std::uint8_t>;
using any_stride = Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>;

template <class X, class T>
concept views_as = requires(X& x)
{
    husk::planar_view<T>(x);
};

static_assert(views_as<bytes, std::uint8_t> && views_as<bytes, std::uint8_t const>);
static_assert(!views_as<bytes const, std::uint8_t> && views_as<bytes const, std::uint8_t const>);
static_assert(!views_as<Eigen::Map<bytes const>, std::uint8_t>);
static_assert(views_as<Eigen::Map<bytes const>, std::uint8_t const>);
static_assert(!views_as<bytes, float> && !views_as<rows<double>, float>);
static_assert(!husk::adapted<decltype(bytes() + bytes())>); // a sum lies nowhere

auto counted(int height, int width) -> bytes
{
    bytes m(height, width);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) m(y, x) = static_cast<std::uint8_t>(y * width + x);
    return m;
}

} // namespace

TEST_CASE("a row-major matrix is an image of one channel", "[adapters]")
{
    auto m = counted(5, 7);
    auto const v = husk::planar_view<std::uint8_t>(m);
    CHECK((v.data == m.data() && v.size == husk::extent{7, 5} && v.channels == 1 && v.pitch == 7));
    v(6, 4, 0) = 200;
    CHECK(m(4, 6) == 200);
    CHECK(husk::packed_view<std::uint8_t const>(m).channels == 1);

    auto const fixed = Eigen::Matrix<float, 4, 6, Eigen::RowMajor>::Zero().eval();
    CHECK(husk::packed_view<float const>(fixed).size == husk::extent{6, 4});
}

TEST_CASE("a block keeps the stride of its matrix", "[adapters]")
{
    auto m = counted(5, 7);
    auto block = m.block(1, 2, 3, 4);
    auto const v = husk::planar_view<std::uint8_t>(block);
    CHECK((v.data == &m(1, 2) && v.size == husk::extent{4, 3} && v.pitch == 7));
    Eigen::Map<bytes const, 0, Eigen::OuterStride<>> const map(m.data(), 5, 6, Eigen::OuterStride<>(7));
    CHECK(husk::planar_view<std::uint8_t const>(map).pitch == 7);
}

TEST_CASE("the transpose of a column-major matrix is row-major", "[adapters]")
{
    Eigen::ArrayXXf m = Eigen::ArrayXXf::Zero(7, 5); // 5 columns, each contiguous
    auto turned = m.transpose();
    auto const v = husk::planar_view<float>(turned);
    CHECK((v.size == husk::extent{7, 5} && v.pitch == 7));
    v(6, 4, 0) = 2;
    CHECK(m(6, 4) == 2);
}

TEST_CASE("planes below each other, and pixels beside each other, are colours", "[adapters]")
{
    auto m = counted(12, 9);
    auto const planes = husk::planar_view<std::uint8_t>(m, 3);
    CHECK((planes.size == husk::extent{9, 4} && planes.channels == 3));
    auto const pixels = husk::packed_view<std::uint8_t const>(m, 3);
    CHECK((pixels.size == husk::extent{3, 12} && pixels.channels == 3));
    for (int c = 0; c < 3; ++c) {
        CHECK(planes(8, 3, c) == m(4 * c + 3, 8));
        CHECK(pixels(2, 11, c) == m(11, 6 + c));
    }
    auto part = m.block(0, 1, 12, 6);
    CHECK(husk::planar_view<std::uint8_t>(part, 4)(5, 2, 3) == m(11, 6));
    CHECK(husk::packed_view<std::uint8_t>(part, 3)(1, 2, 1) == m(2, 5));
    CHECK(contains(support::message_of([&] { husk::planar_view<std::uint8_t>(m, 5); }),
                   "channels is 5: must divide the matrix's rows, 12"));
    CHECK(contains(support::message_of([&] { husk::packed_view<std::uint8_t>(m, 0); }), "channels is 0"));
}

TEST_CASE("a matrix that is no image is refused with its shape", "[adapters]")
{
    auto m = counted(6, 8);
    Eigen::Map<bytes, 0, any_stride> sparse(m.data(), 6, 4, any_stride(8, 2));
    CHECK(contains(support::message_of([&] { husk::planar_view<std::uint8_t>(sparse); }),
                   "matrix is u8 of shape [6, 4] (HW) and strides [8, 2]: in a planar view"));
    Eigen::Map<bytes, 0, any_stride> upside_down(m.data() + 40, 6, 8, any_stride(-8, 1));
    CHECK(
        contains(support::message_of([&] { husk::planar_view<std::uint8_t>(upside_down, {.name = "mask"}); }),
                 "mask.pitch is -8"));
    bytes none;
    CHECK(contains(support::message_of([&] { husk::planar_view<std::uint8_t>(none); }), "shape [0, 0]"));
}
