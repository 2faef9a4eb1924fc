// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/coherence.hpp>
#include <husk/measure/field.hpp>

#include <cstdlib>
#include <limits>

namespace husk {

namespace detail {

/// The mean over the channels of the absolute differences of two pixels.
inline auto pixel_difference(measured v, point p, point q) -> double
{
    int sum = 0;
    for (int c = 0; c < v.channels; ++c) sum += std::abs(v(p.x, p.y, c) - v(q.x, q.y, c));
    return static_cast<double>(sum) / v.channels;
}

} // namespace detail

/// How loud the seams are: the mean absolute difference of neighbours that are not coherent, over that of
/// neighbours that are; 1 when seams are as quiet as the inside of the pieces. 0 without seams; infinity
/// when nothing is coherent, or when the inside is flat and the seams are not; 1 when both are flat.
/// Throws husk::error when `map` is not of the output's size.
inline auto seam_ratio(measured output, coordinate_map const& map) -> double
{
    detail::require_measurable("output", output);
    detail::require(map.size() == output.size, "map.size", map.size(),
                    "must be the output's, " + detail::text(output.size));
    double seam = 0, inside = 0;
    std::int64_t seams = 0, insides = 0;
    for_each_pair(map, [&](point p, point q, bool together) {
        (together ? inside : seam) += detail::pixel_difference(output, p, q);
        ++(together ? insides : seams);
    });
    if (seams == 0) return 0;
    if (insides == 0) return std::numeric_limits<double>::infinity();
    if (seam == 0 && inside == 0) return 1;
    if (inside == 0) return std::numeric_limits<double>::infinity();
    return seam / static_cast<double>(seams) / (inside / static_cast<double>(insides));
}

} // namespace husk
