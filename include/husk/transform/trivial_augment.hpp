// SPDX-License-Identifier: MIT
#pragma once
#include <husk/transform/augmentation.hpp>

namespace husk {

/// One operation, any of fourteen, at any magnitude (Mueller and Hutter, "TrivialAugment: Tuning-free Yet
/// State-of-the-Art Data Augmentation", ICCV 2021; torchvision's TrivialAugmentWide, its nearest filter
/// included). Throws husk::error for other bins than 2 to 1000 and other filters than the three.
struct trivial_augment {
    int bins = 31;                       ///< magnitudes, from none to the largest
    filter resampling = filter::nearest; ///< or bilinear, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> augmentation_kernel
    {
        detail::require(bins >= 2 && bins <= 1000, "trivial_augment.bins", bins, "must lie in [2, 1000]");
        detail::require_sampling("trivial_augment", resampling, fill);
        auto const what = static_cast<augmentation>(g.below(augmentations));
        auto const step = static_cast<int>(g.below(static_cast<std::uint32_t>(bins)));
        detail::augmentation_space const most{
            .shear = .99, .across = 32, .down = 32, .degrees = 135, .colours = .99, .bits = 6};
        return detail::settle(what, {step, bins - 1, g.below(2) == 1}, most, g, in,
                              {resampling, outside, fill});
    }
};

static_assert(transform<trivial_augment>);

} // namespace husk
