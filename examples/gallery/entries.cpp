// SPDX-License-Identifier: MIT
#include "entries.hpp"

namespace {

constexpr husk::extent size{200, 150};
constexpr auto small = husk::resize{.size = size};

auto shrunk(picture const& p) -> picture { return husk::apply(small, {}, p); }

/// A picture of any size, on a page of the gallery's.
auto paged(picture const& p) -> picture
{
    if (p.size() == size) return p;
    return husk::apply(husk::center_crop{.size = size, .fill = {1, 1, 1}}, {}, p);
}

/// A transform of the shrunk photograph.
template <husk::transform T>
auto of(std::string name, T const& t, std::uint64_t index = 1) -> entry
{
    return {std::move(name), [=](picture const& photo, picture const&) {
                return paged(husk::apply(t, {.index = index}, shrunk(photo)));
            }};
}

/// A transform of the photograph as it is, whose result is shrunk.
template <husk::transform T>
auto of_whole(std::string name, T const& t, std::uint64_t index = 1) -> entry
{
    return {std::move(name), [=](picture const& photo, picture const&) {
                return paged(
                    husk::apply(husk::compose(t, husk::resize{.shorter = 150}), {.index = index}, photo));
            }};
}

void add_geometry(std::vector<entry>& all)
{
    using husk::filter;
    all.push_back(of("resize", husk::resize{.size = {200, 110}}));
    all.push_back(of("crop", husk::crop{{{60, 20}, {100, 100}}}));
    all.push_back(of("center_crop", husk::center_crop{.size = 120}));
    all.push_back(
        of("random_crop", husk::random_crop{.size = size, .padding = 30, .outside = husk::border::reflect}));
    all.push_back(of_whole("random_resized_crop", husk::random_resized_crop{.scale = {.2f, 1.f}}));
    all.push_back(of("random_horizontal_flip", husk::random_horizontal_flip{1}));
    all.push_back(of("random_vertical_flip", husk::random_vertical_flip{1}));
    all.push_back(of("random_right_angle", husk::random_right_angle{.keep_size = false}, 2));
    all.push_back(
        of("random_rotation", husk::random_rotation{.degrees = {20, 20}, .resampling = filter::bilinear}));
    all.push_back(of("random_affine", husk::random_affine{.degrees = {-15, 15},
                                                          .translate = {.1f, .1f},
                                                          .scale = {.7f, .9f},
                                                          .shear_x = {-20, 20},
                                                          .resampling = filter::bilinear}));
    all.push_back(of("perspective", husk::perspective{.to = {{{30, 0}, {170, 20}, {200, 150}, {0, 130}}}}));
    all.push_back(of("random_perspective", husk::random_perspective{.probability = 1}));
}

void add_colours(std::vector<entry>& all)
{
    all.push_back(of("brightness", husk::brightness{{1.4f, 1.4f}}));
    all.push_back(of("contrast", husk::contrast{{1.6f, 1.6f}}));
    all.push_back(of("saturation", husk::saturation{{2.f, 2.f}}));
    all.push_back(of("hue", husk::hue{{.3f, .3f}}));
    all.push_back(of("brightness_shift", husk::brightness_shift{{.2f, .2f}}));
    all.push_back(of("color_jitter", husk::color_jitter{.4f, .4f, .4f, .1f}));
    all.push_back(of("grayscale", husk::grayscale{}));
    all.push_back(of("random_grayscale", husk::random_grayscale{1}));
    all.push_back(of("invert", husk::invert{}));
    all.push_back(of("solarize", husk::solarize{}));
    all.push_back(of("posterize", husk::posterize{2}));
    all.push_back(of("gamma", husk::gamma{{2.f, 2.f}}));
    all.push_back(of("autocontrast", husk::autocontrast{}));
    all.push_back(of("equalize", husk::equalize{}));
    all.push_back(of("channel_shuffle", husk::channel_shuffle{}, 2));
    all.push_back(of("color_matrix", husk::color_matrix{.red = {.393f, .769f, .189f, 0},
                                                        .green = {.349f, .686f, .168f, 0},
                                                        .blue = {.272f, .534f, .131f, 0}}));
    all.push_back(of("pca_lighting", husk::pca_lighting{1}));
    all.push_back(of("normalize", husk::normalize{})); // as far as it can be looked at: within [0, 1]
    all.push_back(of("denormalize", husk::normalize{} | husk::denormalize{}));
}

void add_areas(std::vector<entry>& all)
{
    all.push_back(of("gaussian_blur", husk::gaussian_blur{.sigma = {2, 2}}));
    all.push_back(of("sharpness", husk::sharpness{{4.f, 4.f}}));
    all.push_back(of("gaussian_noise", husk::gaussian_noise{.sigma = {.1f, .1f}}));
    all.push_back(of("random_erasing", husk::random_erasing{1}));
    all.push_back(of("cutout", husk::cutout{60}));
    all.push_back({"mixup", [](picture const& photo, picture const& other) {
                       picture mixed(size);
                       husk::mix(husk::mixup::kernel{.6f}, shrunk(photo), shrunk(other), mixed);
                       return mixed;
                   }});
    all.push_back({"cutmix", [](picture const& photo, picture const& other) {
                       picture mixed(size);
                       husk::stream g(husk::key{.index = 6});
                       husk::mix(husk::cutmix{}.draw(g, size), shrunk(photo), shrunk(other), mixed);
                       return mixed;
                   }});
}

void add_negatives(std::vector<entry>& all)
{
    all.push_back(of("patch_negative", husk::patch_negative{.side = {24, 24}}));
    all.push_back(of("grid_shuffle", husk::grid_shuffle{.cells = 5}));
    all.push_back(of_whole("quilt", husk::quilt{.size = {400, 300}}));
    all.push_back(of_whole("texture_negative", husk::texture_negative{}));
}

void add_choices(std::vector<entry>& all)
{
    all.push_back(of("rand_augment", husk::rand_augment{}, 9));
    all.push_back(of("trivial_augment", husk::trivial_augment{}, 10));
}

} // namespace

auto entries() -> std::vector<entry>
{
    std::vector<entry> all;
    all.push_back({"photograph", [](picture const& photo, picture const&) { return shrunk(photo); }});
    add_geometry(all);
    add_colours(all);
    add_areas(all);
    add_negatives(all);
    add_choices(all);
    return all;
}
