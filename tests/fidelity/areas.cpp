// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/crop.hpp>
#include <husk/transform/gaussian_blur.hpp>
#include <husk/transform/sharpness.hpp>

using namespace fidelity;

namespace {

struct number {
    char const* name;
    float value;

    auto only() const -> husk::interval<float> { return {value, value}; }
};

} // namespace

TEST_CASE("blurs are torchvision's within 1e-5 and Pillow's within a level", "[fidelity]")
{
    struct bell {
        number sigma;
        int taps;
    };
    for (bell const& b : {bell{{"0.5", .5f}, 9}, {{"1.7", 1.7f}, 9}, {{"2.0", 2}, 23}})
        torchvision(std::string("gaussian_blur_") + b.sigma.name + "_" + std::to_string(b.taps),
                    husk::gaussian_blur{.sigma = b.sigma.only(), .taps = b.taps}, {64, 64}, 1e-5);
    for (number const& s : {number{"0.4", .4f}, {"1.0", 1}, {"2.0", 2}})
        pillow(std::string("three_boxes_") + s.name,
               husk::gaussian_blur{.sigma = s.only(), .method = husk::blur_method::three_boxes}, 1);
}

TEST_CASE("a blur goes on with the mirror, with black or with the edge, within 1e-5", "[fidelity]")
{
    constexpr auto seen = husk::crop{{{0, 0}, {40, 32}}};
    constexpr husk::gaussian_blur blur{.sigma = {1.7f, 1.7f}, .taps = 23};
    torchvision("corner_gaussian_blur", blur | seen, seen.box.size, 1e-5);
    auto black = blur, edge = blur;
    black.border = husk::border::constant;
    edge.border = husk::border::edge;
    definition("corner_gaussian_blur_constant", black | seen, seen.box.size, 1e-5);
    definition("corner_gaussian_blur_replicate", edge | seen, seen.box.size, 1e-5);
}

TEST_CASE("sharpness is torchvision's within 1e-5 and Pillow's within two levels", "[fidelity]")
{
    for (number const& f : {number{"0.6", .6f}, {"1.7", 1.7f}}) {
        torchvision(std::string("sharpness_") + f.name, husk::sharpness{f.only()}, {64, 64}, 1e-5);
        pillow(std::string("sharpness_") + f.name, husk::sharpness{f.only()}, 2);
    }
}
