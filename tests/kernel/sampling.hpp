// SPDX-License-Identifier: MIT
#pragma once
#include "support.hpp"

#include <husk/kernel/projective.hpp>

#include <cmath>

/// What a projective map sees, by definition and in doubles: the oracle of what is sampled.
namespace sampling {

struct place {
    double x, y;
};

/// Where in the source the middle of output pixel (x, y) comes from.
inline auto source_of(husk::matrix3 const& m, int x, int y) -> place
{
    double const u = x + .5, v = y + .5, w = m[6] * u + m[7] * v + m[8];
    return {(m[0] * u + m[1] * v + m[2]) / w, (m[3] * u + m[4] * v + m[5]) / w};
}

inline auto weight(husk::filter f, double away) -> double
{
    double const d = std::abs(away);
    if (f == husk::filter::bilinear) return d < 1 ? 1 - d : 0;
    if (d >= 2) return 0;
    return d < 1 ? 1.25 * d * d * d - 2.25 * d * d + 1 : -.75 * (d * d * d - 5 * d * d + 8 * d - 4);
}

/// Colour c of an image at a place. `full` is what counts as 1.
template <husk::view V>
auto colour(V const& v, place p, husk::projective const& k, int c, double full) -> double
{
    auto const texel = [&](int x, int y) -> double {
        int const i = husk::place(x, v.size.width, k.outside), j = husk::place(y, v.size.height, k.outside);
        if (i < 0 || j < 0) return c < 3 ? double{k.fill[static_cast<std::size_t>(c)]} : 1;
        return static_cast<double>(v(i, j, c)) / full;
    };
    int const x = static_cast<int>(std::floor(p.x)), y = static_cast<int>(std::floor(p.y));
    if (k.kind == husk::filter::nearest) return texel(x, y);
    double sum = 0;
    for (int j = y - 3; j <= y + 3; ++j)
        for (int i = x - 3; i <= x + 3; ++i) {
            double const w = weight(k.kind, p.x - i - .5) * weight(k.kind, p.y - j - .5);
            if (w != 0) sum += w * texel(i, j);
        }
    return sum;
}

} // namespace sampling
