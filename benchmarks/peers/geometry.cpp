// SPDX-License-Identifier: MIT
#include "peers/operations.hpp"

#include <cmath>

namespace {

using namespace peers;

void rotate(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const turn = cv::getRotationMatrix2D({112, 112}, double{g.in(husk::interval{-10.f, 10.f})}, 1);
    cv::warpAffine(from, to, turn, from.size());
}

void flip_vertically(cv::Mat const& from, cv::Mat& to, husk::stream&) { cv::flip(from, to, 0); }

void turn(cv::Mat const& from, cv::Mat& to, husk::stream&) { cv::rotate(from, to, cv::ROTATE_90_CLOCKWISE); }

void padded_crop(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat padded;
    cv::copyMakeBorder(from, padded, 4, 4, 4, 4, cv::BORDER_CONSTANT);
    padded({g.in(husk::interval{0, 8}), g.in(husk::interval{0, 8}), 224, 224}).copyTo(to);
}

void project(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const off = [&] { return g.in(husk::interval{0.f, 56.f}); };
    cv::Point2f const corners[]{{0, 0}, {224, 0}, {224, 224}, {0, 224}},
        moved[]{{off(), off()}, {224 - off(), off()}, {224 - off(), 224 - off()}, {off(), 224 - off()}};
    cv::warpPerspective(from, to, cv::getPerspectiveTransform(corners, moved), from.size());
}

template <int How>
void resize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    cv::resize(from, to, {224, 224}, 0, 0, How);
}

/// By up to 15 degrees, about the middle.
void turn_about(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const radians = double{g.in(husk::interval{-.26f, .26f})}, c = std::cos(radians),
               s = std::sin(radians);
    cv::Mat const map =
        (cv::Mat_<double>(2, 3) << c, -s, 112 - 112 * c + 112 * s, s, c, 112 - 112 * s - 112 * c);
    cv::warpAffine(from, to, map, from.size());
}

void nearest(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const turn = cv::getRotationMatrix2D({112, 112}, double{g.in(husk::interval{-10.f, 10.f})}, 1);
    cv::warpAffine(from, to, turn, from.size(), cv::INTER_NEAREST);
}

void middle(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    from({(from.cols - 224) / 2, (from.rows - 224) / 2, 224, 224}).copyTo(to);
}

bench::table const
    moves("beside OpenCV, u8 HWC, 224x224x3, moves",
          {bench::memcpy_of(bench::elements), views("horizontal flip", husk::random_horizontal_flip{1}),
           opencv("horizontal flip", flip), views("vertical flip", husk::random_vertical_flip{1}),
           opencv("vertical flip", flip_vertically), views("random_right_angle", husk::random_right_angle{}),
           opencv("random_right_angle", turn),
           views("crop, from 500x375", husk::crop{{{138, 75}, {224, 224}}}, bench::photo),
           opencv("crop, from 500x375", middle, bench::photo),
           views("center_crop, from 500x375", husk::center_crop{}, bench::photo),
           opencv("center_crop, from 500x375", middle, bench::photo),
           views("random_crop, padded by 4", husk::random_crop{.padding = 4}),
           opencv("random_crop, padded by 4", padded_crop)});

bench::table const
    maps("beside OpenCV, u8 HWC, 224x224x3, maps",
         {bench::memcpy_of(bench::elements), views("random_rotation, nearest", husk::random_rotation{}),
          opencv("random_rotation, nearest", nearest),
          views("random_rotation, bilinear", husk::random_rotation{.resampling = husk::filter::bilinear}),
          opencv("random_rotation, bilinear (places of 1/32)", rotate),
          views("random_affine, bilinear",
                husk::random_affine{.degrees = {-15, 15}, .resampling = husk::filter::bilinear}),
          opencv("random_affine, bilinear (places of 1/32)", turn_about),
          views("random_perspective, bilinear", husk::random_perspective{.probability = 1}),
          opencv("random_perspective, bilinear (places of 1/32)", project)});

constexpr husk::random_resized_crop boxes{.scale = {.2f, 1.f}};
constexpr husk::random_resized_crop sharp_boxes{.scale = {.2f, 1.f}, .antialias = false};
constexpr husk::random_resized_crop cubes{.scale = {.2f, 1.f}, .resampling = husk::filter::bicubic};
constexpr husk::random_resized_crop sharp_cubes{
    .scale = {.2f, 1.f}, .resampling = husk::filter::bicubic, .antialias = false};

// INTER_LINEAR and INTER_CUBIC see the nearest pixels alone, whatever the scale, and weigh them by 11 bits.
bench::table const crops(
    "beside OpenCV, u8 HWC, 500x375 to 224x224",
    {bench::memcpy_of(bench::elements), views("resize, bilinear", husk::resize{.size = 224}, bench::photo),
     opencv("resize, bilinear (INTER_AREA)", resize<cv::INTER_AREA>, bench::photo),
     views("resize, bilinear, not antialiased", husk::resize{.size = 224, .antialias = false}, bench::photo),
     opencv("resize, bilinear, not antialiased (11 bits)", resize<cv::INTER_LINEAR>, bench::photo),
     views("random_resized_crop, bilinear", boxes, bench::photo),
     opencv("random_resized_crop, bilinear (INTER_AREA)", resized_crop<cv::INTER_AREA>, bench::photo),
     views("random_resized_crop, bilinear, not antialiased", sharp_boxes, bench::photo),
     opencv("random_resized_crop, bilinear, not antialiased (11 bits)", resized_crop<cv::INTER_LINEAR>,
            bench::photo),
     views("random_resized_crop, bicubic", cubes, bench::photo),
     views("random_resized_crop, bicubic, not antialiased", sharp_cubes, bench::photo),
     opencv("random_resized_crop, bicubic, not antialiased (11 bits)", resized_crop<cv::INTER_CUBIC>,
            bench::photo)});

} // namespace
