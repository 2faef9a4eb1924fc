// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/autocontrast.hpp>
#include <husk/transform/brightness.hpp>
#include <husk/transform/contrast.hpp>
#include <husk/transform/equalize.hpp>
#include <husk/transform/one_of.hpp>
#include <husk/transform/posterize.hpp>
#include <husk/transform/rotation.hpp>
#include <husk/transform/saturation.hpp>
#include <husk/transform/sharpness.hpp>
#include <husk/transform/solarize.hpp>

namespace husk {

/// What rand_augment and trivial_augment choose from: fourteen operations, each with a magnitude (those of
/// torchvision, after Cubuk et al., "AutoAugment: Learning Augmentation Policies from Data", CVPR 2019).
enum class augmentation : std::uint8_t {
    nothing,
    shear_x,
    shear_y,
    translate_x,
    translate_y,
    rotate,
    brightness,
    saturation,
    contrast,
    sharpness,
    posterize,
    solarize,
    autocontrast,
    equalize
};
inline constexpr std::uint32_t augmentations = 14;

/// One of them, settled.
using augmentation_kernel =
    either<unmoved, projective, brightness::kernel, saturation::kernel, contrast::kernel, sharpness::kernel,
           posterize::kernel, solarize::kernel, autocontrast::kernel, equalize::kernel>;

namespace detail {

/// What the operations do at the largest magnitude.
struct augmentation_space {
    double shear;        ///< pixels a row
    double across, down; ///< pixels
    double degrees;
    double colours; ///< the distance of a factor to 1
    double bits;    ///< that are lost of 8
};

/// How the operations that move see the image.
struct augmentation_look {
    filter resampling;
    border outside;
    std::array<float, 3> fill;
};

/// A magnitude: step / steps of the largest, to either side where there are two.
struct magnitude {
    int step, steps;
    bool negative;

    auto of(double largest) const -> double
    {
        double const size = static_cast<float>(product(largest, step) / steps);
        return negative ? -size : size;
    }
};

/// `map` says where a place of the output lies in the source.
inline auto seen_through(matrix3 const& map, extent in, augmentation_look const& look) -> augmentation_kernel
{
    return {projective{map, in, in, look.resampling, look.outside, look.fill}};
}

inline auto rotated(double degrees, stream& g, extent in, augmentation_look const& look)
    -> augmentation_kernel
{
    auto const angle = static_cast<float>(degrees);
    return {random_rotation{{angle, angle}, look.resampling, look.outside, look.fill}.draw(g, in)};
}

inline auto posterized(magnitude m, augmentation_space const& most) -> augmentation_kernel
{
    m.negative = false;
    return {posterize::kernel{8 - static_cast<int>(std::nearbyint(m.of(most.bits)))}};
}

inline auto settle(augmentation what, magnitude const& m, augmentation_space const& most, stream& g,
                   extent in, augmentation_look const& look) -> augmentation_kernel
{
    auto const factor = static_cast<float>(1 + m.of(most.colours));
    switch (what) {
    case augmentation::shear_x:
        return seen_through({1, m.of(most.shear), 0, 0, 1, 0, 0, 0, 1}, in, look);
    case augmentation::shear_y:
        return seen_through({1, 0, 0, m.of(most.shear), 1, 0, 0, 0, 1}, in, look);
    case augmentation::translate_x:
        return seen_through({1, 0, -std::trunc(m.of(most.across)), 0, 1, 0, 0, 0, 1}, in, look);
    case augmentation::translate_y:
        return seen_through({1, 0, 0, 0, 1, -std::trunc(m.of(most.down)), 0, 0, 1}, in, look);
    case augmentation::rotate:
        return rotated(m.of(most.degrees), g, in, look);
    case augmentation::brightness:
        return {brightness::kernel{factor}};
    case augmentation::saturation:
        return {saturation::kernel{factor, false}};
    case augmentation::contrast:
        return {contrast::kernel{factor, false}};
    case augmentation::sharpness:
        return {sharpness::kernel{factor}};
    case augmentation::posterize:
        return posterized(m, most);
    case augmentation::solarize:
        return {solarize::kernel{static_cast<float>(m.steps - m.step) / static_cast<float>(m.steps)}};
    case augmentation::autocontrast:
        return {autocontrast::kernel{}};
    case augmentation::equalize:
        return {equalize::kernel{}};
    default:
        return {unmoved{}};
    }
}

} // namespace detail
} // namespace husk
