// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/product.hpp>

#include <array>
#include <cstddef>

namespace husk {

/// A projective map of the plane, row by row: (x, y) goes to (a x + b y + c, d x + e y + f) / (g x + h y +
/// i); affine where the last row is 0 0 1. Maps are applied as (0, 0), the image's top left corner, says.
using matrix3 = std::array<double, 9>;

inline constexpr matrix3 unmapped{1, 0, 0, 0, 1, 0, 0, 0, 1};

namespace detail {

/// `inner` first, then `outer`: the product outer x inner.
template <class Arch = void>
constexpr auto after(matrix3 const& outer, matrix3 const& inner) -> matrix3
{
    matrix3 m{};
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            m[3 * r + c] = product<Arch>(outer[3 * r], inner[c]) +
                           product<Arch>(outer[3 * r + 1], inner[3 + c]) +
                           product<Arch>(outer[3 * r + 2], inner[6 + c]);
    return m;
}

/// The way back, times the determinant, which does not matter to a projective map. Of a map that has no way
/// back the result is none either.
template <class Arch = void>
constexpr auto adjugate(matrix3 const& m) -> matrix3
{
    auto const minor = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
        return product<Arch>(m[a], m[b]) - product<Arch>(m[c], m[d]);
    };
    return {minor(4, 8, 5, 7), minor(2, 7, 1, 8), minor(1, 5, 2, 4), minor(5, 6, 3, 8), minor(0, 8, 2, 6),
            minor(2, 3, 0, 5), minor(3, 7, 4, 6), minor(1, 6, 0, 7), minor(0, 4, 1, 3)};
}

constexpr auto determinant(matrix3 const& m) -> double
{
    auto const a = adjugate(m);
    return product(m[0], a[0]) + product(m[1], a[3]) + product(m[2], a[6]);
}

/// Row `r` of the map, at (x, y): a numerator, or the denominator.
template <class Arch = void>
constexpr auto row_at(matrix3 const& m, std::size_t r, double x, double y) -> double
{
    return product<Arch>(m[3 * r], x) + product<Arch>(m[3 * r + 1], y) + m[3 * r + 2];
}

/// The linear map (x, y) to (a x + b y, c x + d y), such that `centre` goes to `to`.
constexpr auto around(double a, double b, double c, double d, std::array<double, 2> centre,
                      std::array<double, 2> to) -> matrix3
{
    return {a, b, to[0] - (product(a, centre[0]) + product(b, centre[1])),
            c, d, to[1] - (product(c, centre[0]) + product(d, centre[1])),
            0, 0, 1};
}

} // namespace detail
} // namespace husk
