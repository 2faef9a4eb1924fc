// SPDX-License-Identifier: MIT
#pragma once
#include <husk/husk.hpp>

/// The transforms that compute, as tests of all of them need them: visit(name, transform), for images of any
/// size. In parts, so that no unit compiles them all.
namespace support {

template <class Visit>
void every_geometry(Visit const& visit)
{
    using husk::border, husk::filter;
    visit("resize", husk::resize{.size = {23, 31}});
    visit("resize, bicubic", husk::resize{.size = {40, 9}, .resampling = filter::bicubic});
    visit("resize, lanczos", husk::resize{.shorter = 12, .resampling = filter::lanczos});
    visit("resize, area", husk::resize{.size = 7, .resampling = filter::area});
    visit("resize, nearest", husk::resize{.size = 50, .resampling = filter::nearest});
    visit("resize, sharp", husk::resize{.size = 20, .antialias = false});
    visit("center_crop", husk::center_crop{.size = 17});
    visit("random_crop", husk::random_crop{.size = 20, .padding = 3, .fill = {1, .5f, 0}});
    visit("random_crop, reflected", husk::random_crop{.size = 33, .padding = 9, .outside = border::reflect});
    visit("random_resized_crop", husk::random_resized_crop{.size = 24});
    visit("random_horizontal_flip", husk::random_horizontal_flip{});
    visit("random_vertical_flip", husk::random_vertical_flip{});
    visit("random_right_angle", husk::random_right_angle{.keep_size = false});
    visit("random_rotation", husk::random_rotation{.degrees = {-180, 180}});
    visit("random_rotation, bilinear",
          husk::random_rotation{.resampling = filter::bilinear, .outside = border::edge, .expand = true});
    visit("random_affine", husk::random_affine{.degrees = {-40, 40},
                                               .translate = {.2f, .2f},
                                               .scale = {.5f, 2.f},
                                               .shear_x = {-20, 20},
                                               .resampling = filter::bicubic});
    visit("random_perspective", husk::random_perspective{.outside = border::reflect});
    visit("resize, Catmull-Rom, sharp",
          husk::resize{.size = {31, 22}, .resampling = filter::catmull_rom, .antialias = false});
}

template <class Visit>
void every_colour(Visit const& visit)
{
    visit("brightness", husk::brightness{});
    visit("brightness_shift", husk::brightness_shift{});
    visit("contrast", husk::contrast{});
    visit("contrast, by channel", husk::contrast{.by_channel = true});
    visit("saturation", husk::saturation{});
    visit("saturation, in HSV", husk::saturation{.in_hsv = true});
    visit("hue", husk::hue{.shift = {-.5f, .5f}});
    visit("color_jitter", husk::color_jitter{.4f, .4f, .4f, .1f});
    visit("grayscale", husk::grayscale{});
    visit("random_grayscale", husk::random_grayscale{});
    visit("invert", husk::invert{});
    visit("solarize", husk::solarize{});
    visit("posterize", husk::posterize{3});
    visit("gamma", husk::gamma{});
    visit("autocontrast", husk::autocontrast{});
    visit("equalize", husk::equalize{});
    visit("channel_shuffle", husk::channel_shuffle{});
    visit("color_matrix",
          husk::color_matrix{{.5f, .4f, .1f, 0}, {.1f, .8f, .1f, .05f}, {.2f, .2f, .5f, -.02f}});
    visit("pca_lighting", husk::pca_lighting{.3f});
    visit("normalize", husk::normalize{});
}

template <class Visit>
void every_area(Visit const& visit)
{
    visit("gaussian_blur", husk::gaussian_blur{.sigma = {1, 2}});
    visit("gaussian_blur, 23 taps, black",
          husk::gaussian_blur{.sigma = {1, 2}, .taps = 23, .border = husk::border::constant});
    visit("gaussian_blur, three boxes",
          husk::gaussian_blur{.sigma = {1, 2}, .method = husk::blur_method::three_boxes});
    visit("sharpness", husk::sharpness{});
    visit("gaussian_noise", husk::gaussian_noise{});
    visit("random_erasing", husk::random_erasing{.probability = 1});
    visit("cutout", husk::cutout{.side = 9});
}

} // namespace support
