// SPDX-License-Identifier: MIT
#pragma once
#include <husk/rng/beta.hpp>
#include <husk/transform/cutout.hpp>

#include <cmath>

namespace husk {

/// Lays a box of a second image over the first (Yun et al., "CutMix: Regularization Strategy to Train Strong
/// Classifiers with Localizable Features", ICCV 2019): its sides are sqrt(1 - lambda) of the image's, rounded
/// down, with lambda from the beta distribution of both shapes `alpha`, in [1/1000, 1000]; its middle is any
/// pixel. The kernel's lambda is what is left of the first image when the box is cut off at the border. Run
/// it with husk::mix.
struct cutmix {
    float alpha = 1;

    struct kernel {
        rect box;     ///< where the second image is seen
        float lambda; ///< how much of the first image, and of its label

        auto describe() const -> std::string
        {
            return "cutmix{" + to_string(box) + ", lambda " + detail::text(lambda) + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;
    };

    auto draw(stream& g, extent in) const -> kernel
    {
        detail::require(alpha >= .001f && alpha <= 1000, "cutmix.alpha", alpha, "must lie in [0.001, 1000]");
        double const side = std::sqrt(1 - static_cast<double>(beta(g, alpha)));
        extent const whole{static_cast<int>(detail::product(in.width, side)),
                           static_cast<int>(detail::product(in.height, side))};
        auto const box = cutout::around(g.corner(in, {1, 1}), in, whole);
        auto const seen = static_cast<double>(box.size.area()) / static_cast<double>(in.area());
        return {box, static_cast<float>(1 - seen)};
    }
};

} // namespace husk
