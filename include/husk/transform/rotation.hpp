// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/degrees.hpp>
#include <husk/core/interval.hpp>
#include <husk/kernel/projective.hpp>
#include <husk/transform/concept.hpp>

#include <cmath>

namespace husk {

/// Turns the image about its centre, counter-clockwise, by an angle that is uniform in an interval within
/// [-360, 360] degrees (torchvision's RandomRotation, its nearest filter included: bilinear looks better).
/// Right angles are exact. Throws husk::error for other intervals and other filters than the three.
struct random_rotation {
    interval<float> degrees{-10, 10};
    filter resampling = filter::nearest; ///< or bilinear, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};
    bool expand = false; ///< the output holds all corners of the image

    auto draw(stream& g, extent in) const -> projective
    {
        detail::require_interval("random_rotation.degrees", degrees, {-360.f, 360.f});
        detail::require_sampling("random_rotation", resampling, fill);
        auto const angle = detail::circle_of_degrees(double{g.in(degrees)});
        auto const out = expand ? hull(in, angle) : in;
        return {detail::around(angle.cos, -angle.sin, angle.sin, angle.cos, {out.width / 2., out.height / 2.},
                               {in.width / 2., in.height / 2.}),
                in,
                out,
                resampling,
                outside,
                fill};
    }

private:
    /// The pixels that the turned image touches by more than a ten thousandth, if it were where it was; of
    /// right angles its sides (Pillow's sizes).
    static auto hull(extent in, detail::on_circle angle) -> extent
    {
        double const c = std::fabs(angle.cos), s = std::fabs(angle.sin);
        if (s == 0) return in;
        if (c == 0) return {in.height, in.width};
        auto const touched = [&](int side, double across, double down) {
            double const middle = side / 2.,
                         reach = (detail::product(in.width, across) + detail::product(in.height, down)) / 2;
            return static_cast<int>(std::ceil(middle + reach - 1e-4) - std::floor(middle - reach + 1e-4));
        };
        return {touched(in.width, c, s), touched(in.height, s, c)};
    }
};

static_assert(transform<random_rotation>);

} // namespace husk
