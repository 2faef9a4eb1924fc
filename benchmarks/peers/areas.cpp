// SPDX-License-Identifier: MIT
#include "peers/operations.hpp"

namespace {

using namespace peers;

void sharpness(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    static thread_local cv::Mat smooth;
    static cv::Mat const kernel = (cv::Mat_<float>(3, 3) << 1, 1, 1, 1, 5, 1, 1, 1, 1) / 13;
    cv::filter2D(from, smooth, -1, kernel);
    auto const f = double{g.in(husk::interval{.6f, 1.4f})};
    cv::addWeighted(from, f, smooth, 1 - f, 0, to);
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

void cut_out(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    from.copyTo(to);
    to({g.in(husk::interval{0, 208}), g.in(husk::interval{0, 208}), 16, 16}).setTo(0);
}

/// The other image is the image itself: it costs as much.
void add_weighted(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    auto const lambda = double{g.unit()};
    cv::addWeighted(from, lambda, from, 1 - lambda, 0, to);
}

void lay_box(cv::Mat const& from, cv::Mat& to, husk::stream& g)
{
    from.copyTo(to);
    cv::Rect const box{g.in(husk::interval{0, 112}), g.in(husk::interval{0, 112}), 112, 112};
    from(box).copyTo(to(box));
}

template <class Mix>
auto mixed(std::string name, Mix const& mix) -> bench::row
{
    return {std::move(name), [mix]() -> bench::work {
                auto const source = bench::square();
                auto const other = source;
                return [=, target = source](std::uint64_t i) mutable {
                    husk::mix(mix, {.index = i}, source, other, target);
                    bench::keep(target.data());
                };
            }};
}

bench::table const areas("beside OpenCV, u8 HWC, 224x224x3, neighbourhoods, noise and holes",
                         {bench::memcpy_of(bench::elements),
                          views("gaussian_blur, sigma .1 .. 2", husk::gaussian_blur{}),
                          opencv("gaussian_blur, sigma .1 .. 2", blur),
                          views("gaussian_blur as Pillow does, sigma .1 .. 2",
                                husk::gaussian_blur{.method = husk::blur_method::three_boxes}),
                          views("sharpness", husk::sharpness{}), opencv("sharpness", sharpness),
                          views("gaussian_noise", husk::gaussian_noise{}), opencv("gaussian_noise", noise),
                          views("random_erasing", husk::random_erasing{1}), opencv("random_erasing", erase),
                          views("cutout", husk::cutout{}), opencv("cutout", cut_out)});

bench::table const mixing("beside OpenCV, u8 HWC, 224x224x3, two images, and policies",
                          {bench::memcpy_of(bench::elements), mixed("mixup", husk::mixup{}),
                           opencv("mixup", add_weighted), mixed("cutmix", husk::cutmix{}),
                           opencv("cutmix", lay_box), views("rand_augment", husk::rand_augment{}),
                           views("trivial_augment", husk::trivial_augment{})});

} // namespace
