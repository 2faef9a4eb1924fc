// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/degrees.hpp>
#include <husk/core/interval.hpp>
#include <husk/kernel/projective.hpp>
#include <husk/transform/concept.hpp>

#include <cmath>

namespace husk {

/// Shears the image, scales it, turns it about its centre and moves it (torchvision's RandomAffine, its
/// nearest filter included). All are uniform: the angle, clockwise, in an interval within [-360, 360]
/// degrees; whole pixels of at most `translate` times the sides, to either side; the scale in an interval
/// within [0.001, 1000]; the shears within [-89, 89] degrees. Throws husk::error for other values and other
/// filters than the three.
struct random_affine {
    interval<float> degrees{-10, 10};
    std::array<float, 2> translate{}; ///< parts of the width and of the height, in [0, 1]
    interval<float> scale{1, 1};
    interval<float> shear_x{0, 0}, shear_y{0, 0}; ///< degrees
    filter resampling = filter::nearest;          ///< or bilinear, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> projective
    {
        check();
        auto const angle = double{g.in(degrees)};
        auto const right = shift(g, translate[0], in.width), down = shift(g, translate[1], in.height);
        auto const size = double{g.in(scale)}, across = double{g.in(shear_x)}, along = double{g.in(shear_y)};
        auto const m = linear(angle, across, along);
        double const w = in.width / 2., h = in.height / 2.;
        // The determinant of m is 1: this is the way back.
        return {detail::around(m[3] / size, -m[1] / size, -m[2] / size, m[0] / size, {w + right, h + down},
                               {w, h}),
                in,
                in,
                resampling,
                outside,
                fill};
    }

private:
    void check() const
    {
        detail::require_interval("random_affine.degrees", degrees, {-360.f, 360.f});
        for (float const t : translate)
            detail::require(t >= 0 && t <= 1, "random_affine.translate", t, "must lie in [0, 1]");
        detail::require_interval("random_affine.scale", scale, {1e-3f, 1e3f});
        detail::require_interval("random_affine.shear_x", shear_x, {-89.f, 89.f});
        detail::require_interval("random_affine.shear_y", shear_y, {-89.f, 89.f});
        detail::require_sampling("random_affine", resampling, fill);
    }

    static auto shift(stream& g, float part, int side) -> double
    {
        float const most = part * static_cast<float>(side);
        return std::nearbyint(double{g.in(interval{-most, most})});
    }

    /// Turn x shear in y x shear in x, row by row: x runs to the right and y down.
    static auto linear(double angle, double across, double along) -> std::array<double, 4>
    {
        auto const turn = detail::circle_of_degrees(angle), rest = detail::circle_of_degrees(angle - along);
        auto const x = detail::circle_of_degrees(across), y = detail::circle_of_degrees(along);
        double const a = rest.cos / y.cos, c = rest.sin / y.cos, slope = x.sin / x.cos;
        return {a, -detail::product(a, slope) - turn.sin, c, turn.cos - detail::product(c, slope)};
    }
};

static_assert(transform<random_affine>);

} // namespace husk
