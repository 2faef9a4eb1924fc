// SPDX-License-Identifier: MIT
// husk beside OpenCV on one thread, row by row in one run. Built with -DHUSK_PEERS=ON.
#include "transform/positives.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace {

using bench::views;

/// A row of OpenCV's: `run` is called with a source and a target, both kept, and a stream of random numbers.
template <class Run>
auto opencv(std::string name, Run run, husk::image<std::uint8_t> (*load)() = bench::square) -> bench::row
{
    return {"OpenCV: " + std::move(name), [run, load]() -> bench::work {
                cv::setNumThreads(1);
                auto const pixels = load();
                auto const v = pixels.view();
                cv::Mat const source =
                    cv::Mat(v.size.height, v.size.width, CV_8UC3, const_cast<std::uint8_t*>(v.data)).clone();
                return [run, source, target = cv::Mat()](std::uint64_t i) mutable {
                    husk::stream g(husk::key{.index = i});
                    run(source, target, g);
                    bench::keep(target.data);
                };
            }};
}

void brightness(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    from.convertTo(to, -1, double{g.in(husk::interval{.6f, 1.4f})});
}

void contrast(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat grey;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    from.convertTo(to, -1, f, (1 - f) * cv::mean(grey)[0]);
}

void saturation(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat grey, colours;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, colours, cv::COLOR_GRAY2RGB);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    cv::addWeighted(from, f, colours, 1 - f, 0, to);
}

void hue(cv::Mat const& from, cv::Mat& to, husk::stream& g)
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

void grayscale(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static thread_local cv::Mat grey;
    cv::cvtColor(from, grey, cv::COLOR_RGB2GRAY);
    cv::cvtColor(grey, to, cv::COLOR_GRAY2RGB);
}

void blur(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    cv::GaussianBlur(from, to, {}, double{g.in(husk::interval{.1f, 2.f})});
}

void flip(cv::Mat const& from, cv::Mat& to, husk::stream&) { cv::flip(from, to, 1); }

void rotate(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const turn = cv::getRotationMatrix2D({112, 112}, double{g.in(husk::interval{-10.f, 10.f})}, 1);
    cv::warpAffine(from, to, turn, from.size());
}

void sharpness(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat smooth;
    static cv::Mat const kernel = (cv::Mat_<float>(3, 3) << 1, 1, 1, 1, 5, 1, 1, 1, 1) / 13;
    cv::filter2D(from, smooth, -1, kernel);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    cv::addWeighted(from, f, smooth, 1 - f, 0, to);
}

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

void noise(cv::Mat const& from, cv::Mat& to, husk::stream&)
{
    static thread_local cv::Mat grains;
    grains.create(from.size(), CV_16SC3);
    cv::randn(grains, 0, 12);
    cv::add(from, grains, to, cv::noArray(), CV_8U);
}

void erase(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    from.copyTo(to);
    to({g.in(husk::interval{0, 144}), g.in(husk::interval{0, 144}), 80, 80}).setTo(0);
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

/// Into three normalised planes of floats.
void normalize(cv::Mat const& from, cv::Mat& to, husk::stream&)
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

/// MoCo v2's recipe in its usual order of jitter.
template <int How>
void view(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat a, b;
    resized_crop<How>(from, a, g);
    auto const step = [&](auto const& f) {
        f(a, b, g);
        cv::swap(a, b);
    };
    if (g.chance(.8f)) {
        step(brightness);
        step(contrast);
        step(saturation);
        step(hue);
    }
    if (g.chance(.2f)) step(grayscale);
    if (g.chance(.5f)) step(blur);
    if (g.chance(.5f)) step(flip);
    normalize(a, to, g);
}

bench::table const colours("beside OpenCV, u8 HWC, 224x224x3, colours",
                           {bench::memcpy_of(bench::elements),
                            views("brightness", husk::brightness{}),
                            opencv("brightness", brightness),
                            views("contrast", husk::contrast{}),
                            opencv("contrast", contrast),
                            views("saturation", husk::saturation{}),
                            opencv("saturation", saturation),
                            views("hue", husk::hue{}),
                            opencv("hue", hue),
                            views("grayscale", husk::grayscale{}),
                            opencv("grayscale", grayscale),
                            views("invert", husk::invert{}),
                            opencv("invert", invert),
                            views("solarize", husk::solarize{}),
                            opencv("solarize", solarize),
                            views("posterize", husk::posterize{4}),
                            opencv("posterize", posterize),
                            views("gamma", husk::gamma{}),
                            opencv("gamma", gamma),
                            views("autocontrast", husk::autocontrast{}),
                            opencv("autocontrast", autocontrast),
                            views("equalize", husk::equalize{}),
                            opencv("equalize", equalize),
                            views("channel_shuffle", husk::channel_shuffle{}),
                            opencv("channel_shuffle", swap_channels),
                            views("color_matrix", husk::color_matrix{}),
                            opencv("color_matrix", matrix)});

bench::table const areas("beside OpenCV, u8 HWC, 224x224x3, areas",
                         {bench::memcpy_of(bench::elements),
                          views("gaussian_blur, sigma .1 .. 2", husk::gaussian_blur{}),
                          opencv("gaussian_blur, sigma .1 .. 2", blur), views("sharpness", husk::sharpness{}),
                          opencv("sharpness", sharpness), views("gaussian_noise", husk::gaussian_noise{}),
                          opencv("gaussian_noise", noise), views("random_erasing", husk::random_erasing{1}),
                          opencv("random_erasing", erase)});

bench::table const geometry(
    "beside OpenCV, u8 HWC, 224x224x3, geometry",
    {bench::memcpy_of(bench::elements), views("horizontal flip", husk::random_horizontal_flip{1}),
     opencv("horizontal flip", flip), views("vertical flip", husk::random_vertical_flip{1}),
     opencv("vertical flip", flip_vertically), views("random_right_angle", husk::random_right_angle{}),
     opencv("random_right_angle", turn), views("random_crop, padded by 4", husk::random_crop{.padding = 4}),
     opencv("random_crop, padded by 4", padded_crop),
     views("random_rotation, bilinear", husk::random_rotation{.resampling = husk::filter::bilinear}),
     opencv("random_rotation, bilinear", rotate),
     views("random_perspective, bilinear", husk::random_perspective{.probability = 1}),
     opencv("random_perspective, bilinear", project)});

bench::table const crops(
    "beside OpenCV, u8 HWC, 500x375 to 224x224",
    {bench::memcpy_of(bench::elements),
     views("resize, bilinear", husk::resize{.size = {224, 224}}, bench::photo),
     opencv("resize, LINEAR, not antialiased", resize<cv::INTER_LINEAR>, bench::photo),
     opencv("resize, AREA, antialiased", resize<cv::INTER_AREA>, bench::photo),
     views("random_resized_crop, bilinear", husk::random_resized_crop{.scale = {.2f, 1.f}}, bench::photo),
     opencv("random_resized_crop, LINEAR, not antialiased", resized_crop<cv::INTER_LINEAR>, bench::photo),
     opencv("random_resized_crop, AREA, antialiased", resized_crop<cv::INTER_AREA>, bench::photo),
     views("random_resized_crop, bicubic",
           husk::random_resized_crop{.scale = {.2f, 1.f}, .resampling = husk::filter::bicubic}, bench::photo),
     opencv("random_resized_crop, CUBIC, not antialiased", resized_crop<cv::INTER_CUBIC>, bench::photo)});

bench::table const whole("beside OpenCV, u8 HWC 500x375 to f32 CHW 224x224",
                         {bench::memcpy_of(bench::elements * sizeof(float)),
                          views<float, husk::planar>("normalize, from 224x224", husk::normalize{}),
                          opencv("normalize, from 224x224", normalize),
                          views<float, husk::planar>("a MoCo v2 view", husk::preset::moco_v2(), bench::photo),
                          opencv("a MoCo v2 view, LINEAR", view<cv::INTER_LINEAR>, bench::photo),
                          opencv("a MoCo v2 view, AREA", view<cv::INTER_AREA>, bench::photo)});

} // namespace
