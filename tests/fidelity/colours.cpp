// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/transform/autocontrast.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/equalize.hpp>
#include <husk/transform/gamma.hpp>
#include <husk/transform/grayscale.hpp>
#include <husk/transform/hue.hpp>
#include <husk/transform/invert.hpp>
#include <husk/transform/posterize.hpp>
#include <husk/transform/saturation.hpp>
#include <husk/transform/solarize.hpp>

using namespace fidelity;

namespace {

constexpr husk::extent whole{64, 64};

/// The number as Python prints it, and an interval of nothing else.
struct number {
    char const* name;
    float value;

    auto only() const -> husk::interval<float> { return {value, value}; }
};
constexpr number factors[]{{"0.6", .6f}, {"1.7", 1.7f}};

} // namespace

TEST_CASE("single operations are torchvision's within 1e-5", "[fidelity]")
{
    for (auto const& f : factors) {
        auto const of = [&](char const* operation) { return std::string(operation) + "_" + f.name; };
        torchvision(of("brightness"), husk::brightness{f.only()}, whole, 1e-5);
        torchvision(of("contrast"), husk::contrast{f.only()}, whole, 1e-5);
        torchvision(of("saturation"), husk::saturation{f.only()}, whole, 1e-5);
        torchvision(of("gamma"), husk::gamma{f.only()}, whole, 1e-5);
    }
    for (number const& s : {number{"0.1", .1f}, {"-0.35", -.35f}, {"0.5", .5f}})
        torchvision(std::string("hue_") + s.name, husk::hue{s.only()}, whole, 1e-5);
    torchvision("grayscale", husk::grayscale{}, whole, 1e-5);
    torchvision("invert", husk::invert{}, whole, 1e-5);
    torchvision("solarize_0.5", husk::solarize{.5f}, whole, 1e-5);
    torchvision("autocontrast", husk::autocontrast{}, whole, 1e-5);
    torchvision("normalize", husk::normalize{}, whole, 1e-5);
}

TEST_CASE("single operations are Pillow's within two levels", "[fidelity]")
{
    for (auto const& f : factors) {
        auto const of = [&](char const* operation) { return std::string(operation) + "_" + f.name; };
        pillow(of("brightness"), husk::brightness{f.only()}, 2);
        pillow(of("contrast"), husk::contrast{f.only()}, 2);
        pillow(of("saturation"), husk::saturation{f.only()}, 2);
    }
    pillow("grayscale", husk::grayscale{}, 2);
    pillow("invert", husk::invert{}, 0);
    pillow("solarize_128", husk::solarize{128 / 255.f}, 0);
    pillow("posterize_3", husk::posterize{3}, 0);
    pillow("equalize", husk::equalize{}, 0);
    pillow("autocontrast", husk::autocontrast{}, 2);
}

// Pillow holds hue, saturation and value in 8 bits each: dark and grey colours have little hue to turn.
TEST_CASE("hue is Pillow's as far as 8 bits of it go", "[fidelity]")
{
    pillow("hue_0.1", husk::hue{{.1f, .1f}}, 8);
    pillow("hue_-0.35", husk::hue{{-.35f, -.35f}}, 8);
}
