// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>
#include <husk/rng/normal.hpp>

namespace husk {

namespace detail {

/// Uniform in (0, 1).
inline auto open_unit(stream& g) -> double { return (g.bits() + .5) * 0x1p-32; }

/// The logarithm of a number of the gamma distribution with this shape and scale 1 (Marsaglia and Tsang, "A
/// Simple Method for Generating Gamma Variables", 2000). A logarithm, as the numbers of small shapes are less
/// than any double. Both tests of the paper are made in one.
inline auto log_gamma_number(stream& g, double shape) -> double
{
    if (shape < 1) {
        double const more = log_gamma_number(g, shape + 1);
        return more + log(open_unit(g)) / shape;
    }
    double const d = shape - 1. / 3, c = 1 / std::sqrt(product(d, 9));
    for (;;) {
        double const x = normal(g), root = 1 + product(c, x), u = open_unit(g);
        if (root <= 0) continue;
        double const v = product(product(root, root), root), log_v = log(v);
        double const bound = product(product(x, x), .5) + (d - product(d, v)) + product(d, log_v);
        if (log(u) < bound) return log(d) + log_v;
    }
}

} // namespace detail

/// A number of the beta distribution with two equal shapes, in [0, 1]; the shape is positive. The same on
/// every machine.
inline auto beta(stream& g, float shape) -> float
{
    double const a = detail::log_gamma_number(g, shape), b = detail::log_gamma_number(g, shape);
    return static_cast<float>(1 / (1 + detail::exp(b - a)));
}

} // namespace husk
