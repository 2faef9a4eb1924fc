// SPDX-License-Identifier: MIT
#pragma once
#include "peers/opencv.hpp"

/// What husk's transforms are with OpenCV, where more than one file needs it.
namespace peers {

inline void brightness(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    from.convertTo(to, -1, double{g.in(husk::interval{.6f, 1.4f})});
}

inline void contrast(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat grey;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    from.convertTo(to, -1, f, (1 - f) * cv::mean(grey)[0]);
}

inline void saturation(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat grey, colours;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, colours, cv::COLOR_GRAY2RGB);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    cv::addWeighted(from, f, colours, 1 - f, 0, to);
}

inline void hue(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat hsv;
    static thread_local std::vector<cv::Mat> planes;
    cv::cvtColor(from, hsv, cv::COLOR_RGB2HSV);
    cv::split(hsv, planes);
    cv::Mat table(1, 256, CV_8U);
    int const shift = g.in(husk::interval{-18, 18});
    for (int i = 0; i < 256; ++i)
        table.at<std::uint8_t>(i) = static_cast<std::uint8_t>((i + 180 + shift) % 180);
    cv::LUT(planes[0], table, planes[0]);
    cv::merge(planes, hsv);
    cv::cvtColor(hsv, to, cv::COLOR_HSV2RGB);
}

inline void grayscale(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static thread_local cv::Mat grey;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, to, cv::COLOR_GRAY2RGB);
}

inline void blur(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    cv::GaussianBlur(from, to, {}, double{g.in(husk::interval{.1f, 2.f})});
}

inline void flip(cv::Mat const& from, cv::Mat& to, husk::stream&) { cv::flip(from, to, 1); }

/// Into three normalised planes of floats.
inline void normalize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static thread_local std::vector<cv::Mat> planes;
    static constexpr double mean[]{.485, .456, .406}, deviation[]{.229, .224, .225};
    cv::split(from, planes);
    to.create(3 * from.rows, from.cols, CV_32F);
    for (int c = 0; c < 3; ++c)
        planes[static_cast<std::size_t>(c)].convertTo(to.rowRange(c * from.rows, (c + 1) * from.rows), CV_32F,
                                                      1 / (255 * deviation[c]), -mean[c] / deviation[c]);
}

template <int How>
void resized_crop(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    constexpr husk::random_resized_crop crop{.scale = {.2f, 1.f}};
    auto const box = crop.draw(g, {from.cols, from.rows}).seen;
    cv::resize(from({box.at.x, box.at.y, box.size.width, box.size.height}), to, {224, 224}, 0, 0, How);
}

} // namespace peers
