// SPDX-License-Identifier: MIT
#include "peers/operations.hpp"

#include <cmath>

namespace {

using namespace peers;

/// Every level by a table, as OpenCV does what changes levels one by one.
template <class Level>
void look_up(cv::Mat const& from, cv::Mat& to, Level level)
{
    cv::Mat table(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i) table.at<std::uint8_t>(i) = cv::saturate_cast<std::uint8_t>(level(i));
    cv::LUT(from, table, to);
}

void invert(cv::Mat const& from, cv::Mat& to, husk::stream&) { cv::bitwise_not(from, to); }

void solarize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    look_up(from, to, [](int i) { return i < 128 ? i : 255 - i; });
}

void posterize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    look_up(from, to, [](int i) { return i & 0xf0; });
}

void gamma(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const power = double{g.in(husk::interval{.5f, 2.f})};
    look_up(from, to, [&](int i) { return 255 * std::pow(i / 255., power); });
}

template <class Plane>
void each_plane(cv::Mat const& from, cv::Mat& to, Plane plane)
{
    static thread_local std::vector<cv::Mat> planes;
    cv::split(from, planes);
    for (cv::Mat& p : planes) plane(p);
    cv::merge(planes, to);
}

void autocontrast(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    each_plane(from, to, [](cv::Mat& p) { cv::normalize(p, p, 0, 255, cv::NORM_MINMAX); });
}

void equalize(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    each_plane(from, to, [](cv::Mat& p) { cv::equalizeHist(p, p); });
}

void swap_channels(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    cv::cvtColor(from, to, cv::COLOR_RGB2BGR);
}

void matrix(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static cv::Mat const sepia =
        (cv::Mat_<float>(3, 3) << .393f, .769f, .189f, .349f, .686f, .168f, .272f, .534f, .131f);
    cv::transform(from, to, sepia);
}

void shift(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    cv::add(from, cv::Scalar::all(255 * double{g.in(husk::interval{-.4f, .4f})}), to);
}

void light(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const part = [&] { return 255 * double{g.in(husk::interval{-.1f, .1f})}; };
    cv::add(from, cv::Scalar(part(), part(), part()), to);
}

/// All four, in the usual order.
void jitter(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat a, b;
    brightness(from, a, g);
    contrast(a, b, g);
    saturation(b, a, g);
    hue(a, to, g);
}

bench::table const levels(
    "beside OpenCV, u8 HWC, 224x224x3, levels",
    {bench::memcpy_of(bench::elements), views("brightness", husk::brightness{}),
     opencv("brightness", brightness), views("brightness_shift", husk::brightness_shift{}),
     opencv("brightness_shift", shift), views("contrast", husk::contrast{}), opencv("contrast", contrast),
     views("invert", husk::invert{}), opencv("invert", invert), views("solarize", husk::solarize{}),
     opencv("solarize", solarize), views("posterize", husk::posterize{4}), opencv("posterize", posterize),
     views("gamma", husk::gamma{}), opencv("gamma", gamma), views("autocontrast", husk::autocontrast{}),
     opencv("autocontrast", autocontrast), views("equalize", husk::equalize{}),
     opencv("equalize", equalize)});

bench::table const colours("beside OpenCV, u8 HWC, 224x224x3, colours",
                           {bench::memcpy_of(bench::elements), views("saturation", husk::saturation{}),
                            opencv("saturation", saturation), views("hue", husk::hue{}), opencv("hue", hue),
                            views("color_jitter, all four", husk::color_jitter{.4f, .4f, .4f, .1f}),
                            opencv("color_jitter, all four (in one order)", jitter),
                            views("grayscale", husk::grayscale{}), opencv("grayscale", grayscale),
                            views("channel_shuffle", husk::channel_shuffle{}),
                            opencv("channel_shuffle", swap_channels),
                            views("color_matrix", husk::color_matrix{}), opencv("color_matrix", matrix),
                            views("pca_lighting", husk::pca_lighting{}), opencv("pca_lighting", light)});

} // namespace
