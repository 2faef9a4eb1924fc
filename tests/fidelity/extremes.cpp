// SPDX-License-Identifier: MIT
#include "fidelity/comparison.hpp"

#include <husk/husk.hpp>

using namespace fidelity;

// Where formulas part: greys that have no hue, primaries, black, white, what is nearly so, flat images; and
// the largest and smallest parameters.

namespace {

struct number {
    char const* name;
    float value;

    auto only() const -> husk::interval<float> { return {value, value}; }
};
constexpr number factors[]{{"0.0", 0}, {"3.0", 3}};

template <class T>
void by_torchvision(std::string const& name, T const& t)
{
    torchvision("extreme_" + name, t, extremes().size(), 1e-5, tensor(extremes()));
}
template <class T>
void by_pillow(std::string const& name, T const& t, double tolerance)
{
    pillow("extreme_" + name, t, tolerance, extremes());
}

} // namespace

TEST_CASE("extreme colours are torchvision's within 1e-5", "[fidelity]")
{
    for (number const& s : {number{"0.5", .5f}, {"-0.5", -.5f}, {"0.25", .25f}, {"0.0", 0}})
        by_torchvision(std::string("hue_") + s.name, husk::hue{s.only()});
    for (auto const& f : factors) {
        by_torchvision(std::string("saturation_") + f.name, husk::saturation{f.only()});
        by_torchvision(std::string("sharpness_") + f.name, husk::sharpness{f.only()});
        by_torchvision(std::string("gamma_") + f.name, husk::gamma{f.only()});
    }
    by_torchvision("autocontrast", husk::autocontrast{});
    torchvision("extreme_autocontrast_flat", husk::autocontrast{}, {16, 16}, 0, tensor(flat()));
    by_torchvision("solarize_0.0", husk::solarize{0});
    by_torchvision("solarize_1.0", husk::solarize{1});
}

TEST_CASE("extreme colours are Pillow's within two levels", "[fidelity]")
{
    for (auto const& f : factors) {
        by_pillow(std::string("saturation_") + f.name, husk::saturation{f.only()}, 2);
        by_pillow(std::string("contrast_") + f.name, husk::contrast{f.only()}, 2);
        by_pillow(std::string("sharpness_") + f.name, husk::sharpness{f.only()}, 2);
    }
    by_pillow("autocontrast", husk::autocontrast{}, 1);
    by_pillow("equalize", husk::equalize{}, 0);
    pillow("extreme_equalize_flat", husk::equalize{}, 0, flat());
    pillow("extreme_autocontrast_flat", husk::autocontrast{}, 0, flat());
    by_pillow("posterize_1", husk::posterize{1}, 0);
    by_pillow("posterize_8", husk::posterize{8}, 0);
    by_pillow("solarize_0", husk::solarize{0}, 0);
    by_pillow("solarize_255", husk::solarize{1}, 0);
}

TEST_CASE("colours of TensorFlow's recipes are what it defines, within 1e-5", "[fidelity]")
{
    auto const check = [](char const* name, auto const& t) {
        definition(name, t, extremes().size(), 1e-5, tensor(extremes()));
    };
    check("saturation_in_hsv_1.7", husk::saturation{.factor = {1.7f, 1.7f}, .in_hsv = true});
    check("contrast_by_channel_1.7", husk::contrast{.factor = {1.7f, 1.7f}, .by_channel = true});
    check("brightness_shift_0.3", husk::brightness_shift{{.3f, .3f}});
}
