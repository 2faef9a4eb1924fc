// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/opencv.hpp>
#include <husk/negative/patch_negative.hpp>

using support::contains;

namespace {

template <class X, class T>
concept views_as = requires(X& x)
{
    husk::packed_view<T>(x, husk::in_rgb);
};

static_assert(views_as<cv::Mat, std::uint8_t> && views_as<cv::Mat_<cv::Vec3b>, std::uint8_t>);
static_assert(!views_as<cv::Mat const, std::uint8_t> && views_as<cv::Mat const, std::uint8_t const>);
static_assert(!husk::pixels<decltype(husk::packed_view<float>(std::declval<cv::Mat&>(), husk::in_bgr))>);

} // namespace

TEMPLATE_TEST_CASE("a Mat is viewed where it lies", "[adapters]", std::uint8_t, std::uint16_t, float)
{
    auto const channels = GENERATE(1, 3, 4);
    auto const type = CV_MAKETYPE(husk::detail::cv_depth<TestType>, channels);
    cv::Mat whole(9, 11, type);
    cv::Mat mat = whole(cv::Rect(2, 1, 7, 5));
    auto const v = husk::packed_view<TestType>(mat, husk::in_rgb);
    CHECK((v.size == husk::extent{7, 5} && v.channels == channels && v.pitch == 11 * channels));
    for (int c = 0; c < channels; ++c) CHECK(&v(6, 4, c) == mat.ptr<TestType>(4, 6) + c);
    CHECK(husk::packed_view<TestType const>(mat, husk::in_bgr).stored.data == v.data);

    auto const back = husk::rgb_mat(v);
    CHECK((back.type() == type && back.size() == mat.size() && back.step == whole.step));
    CHECK(static_cast<void*>(back.data) == v.data);
}

TEST_CASE("half precision is a Mat's CV_16F", "[adapters]")
{
    if constexpr (husk::has_float16) {
        using half = std::conditional_t<husk::has_float16, husk::float16, float>;
        husk::image<half> image({6, 4});
        auto mat = husk::rgb_mat(image);
        CHECK(mat.type() == CV_16FC3);
        CHECK(husk::packed_view<half>(mat, husk::in_rgb).data == image.data());
    }
}

TEST_CASE("only a grey Mat may leave the order of its channels unsaid", "[adapters]")
{
    cv::Mat grey(5, 7, CV_8UC1), colour(5, 7, CV_8UC3);
    CHECK(husk::packed_view<std::uint8_t>(grey).data == grey.data);
    CHECK(husk::planar_view<std::uint8_t const>(grey).pitch == 7);
    CHECK(support::message_of([&] { husk::packed_view<std::uint8_t>(colour); }) ==
          "husk: mat is u8 of shape [5, 7, 3] (HWC) and strides [21, 3, 1]: the order of its channels must "
          "be said, "
          "in_rgb or in_bgr");
}

TEST_CASE("a Mat that is no image of husk's is refused with its shape", "[adapters]")
{
    auto const complaint = [](cv::Mat const& m) {
        return support::message_of(
            [&] { husk::packed_view<std::uint8_t const>(m, husk::in_rgb, {.name = "photo"}); });
    };
    CHECK(contains(complaint(cv::Mat(5, 7, CV_32FC3)),
                   "photo is f32 of shape [5, 7, 3] (HWC) and strides [21, 3, 1]: a view of u8"));
    CHECK(contains(complaint(cv::Mat(5, 7, CV_8UC2)), "photo.channels is 2"));
    CHECK(contains(complaint(cv::Mat(5, 7, CV_8SC3)), "photo is i8"));
    CHECK(contains(complaint(cv::Mat(5, 7, CV_16SC3)), "photo is i16"));
    CHECK(contains(complaint(cv::Mat(5, 7, CV_32SC3)), "photo is i32"));
    CHECK(contains(complaint(cv::Mat(5, 7, CV_64FC3)), "photo is f64"));
    CHECK(contains(complaint(cv::Mat()), "shape [0, 0, 1]"));
    int const sizes[]{2, 5, 7};
    CHECK(contains(complaint(cv::Mat(3, sizes, CV_8UC3)), "photo.dims is 3"));
}

TEST_CASE("husk writes into a Mat, and reads from one", "[adapters]")
{
    auto const photo = support::numbered({30, 20});
    cv::Mat mat(20, 30, CV_8UC3), negative(16, 16, CV_8UC3);
    auto const source = husk::packed_view<std::uint8_t>(mat, husk::in_bgr).stored;
    for (int y = 0; y < 20; ++y) std::copy_n(photo.view().row(y), 90, source.row(y));
    husk::patch_negative const patches{.side = {3, 5}, .size = {16, 16}};
    husk::workspace memory;
    husk::apply(patches, {.seed = 3}, source, husk::packed_view<std::uint8_t>(negative, husk::in_bgr).stored,
                memory);
    auto const expected = husk::apply(patches, {.seed = 3}, photo);
    CHECK(std::equal(expected.data(), expected.data() + expected.elements(), negative.data));

    husk::image<std::uint8_t> rgb({30, 20});
    husk::to_rgb(husk::packed_view<std::uint8_t const>(mat, husk::in_bgr), rgb, memory);
    auto const first = mat.at<cv::Vec3b>(7, 9);
    for (int c = 0; c < 3; ++c) CHECK(rgb.view()(9, 7, c) == first[2 - c]);
}
