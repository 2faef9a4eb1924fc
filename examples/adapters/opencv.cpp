// SPDX-License-Identifier: MIT
// From a cv::Mat, in OpenCV's BGR, into cv::Mats.
#include <husk/adapters/opencv.hpp>
#include <husk/husk.hpp>

int main()
{
    cv::Mat photo(375, 500, CV_8UC3, cv::Scalar(200, 120, 40)); // as cv::imread makes it: BGR
    cv::Mat negative(224, 224, CV_8UC3), view(224, 224, CV_8UC3);
    husk::workspace memory;
    husk::key const key{.seed = 2021, .epoch = 0, .index = 42};

    // clang-format off
    // [opencv
    auto const bgr = husk::packed_view<std::uint8_t const>(photo, husk::in_bgr);

    // What only moves pixels keeps their order: BGR in, BGR out.
    auto const slot = husk::packed_view<std::uint8_t>(negative, husk::in_bgr);
    husk::apply(husk::patch_negative{.size = {224, 224}}, key, bgr.stored, slot.stored, memory);

    // Where colours matter, a pipeline from BGR begins with the swap; this one ends in RGB.
    constexpr auto jittered = husk::swap_red_blue{}
                            | husk::random_resized_crop{.size = 224}
                            | husk::color_jitter{.4f, .4f, .4f, .1f};
    husk::apply(jittered, key, bgr.stored, husk::packed_view<std::uint8_t>(view, husk::in_rgb), memory);

    // An image of husk's as a Mat, over the same memory.
    husk::image<std::uint8_t> rgb({500, 375});
    husk::to_rgb(bgr, rgb, memory);
    cv::Mat const mat = husk::rgb_mat(rgb);
    // opencv]
    // clang-format on

    bool const kept = negative.at<cv::Vec3b>(100, 100) == cv::Vec3b(200, 120, 40);
    bool const swapped = mat.at<cv::Vec3b>(100, 100) == cv::Vec3b(40, 120, 200);
    return kept && swapped && mat.data == rgb.data() ? 0 : 1;
}
