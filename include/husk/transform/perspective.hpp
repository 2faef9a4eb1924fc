// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/output_size.hpp>
#include <husk/kernel/projective.hpp>
#include <husk/transform/concept.hpp>

#include <cmath>

namespace husk {

/// Four places, clockwise from the top left: what becomes of a rectangle's corners.
using quadrangle = std::array<position, 4>;

namespace detail {

inline auto corners_of(float width, float height) -> quadrangle
{
    return {position{0, 0}, {width, 0}, {width, height}, {0, height}};
}

/// The map that takes the unit square's corners there, in closed form (Heckbert, "Fundamentals of Texture
/// Mapping and Image Warping", 1989). All zero where three corners lie on a line.
inline auto from_square(quadrangle const& p) -> matrix3
{
    auto const cross = [](double ax, double ay, double bx, double by) {
        return product(ax, by) - product(ay, bx);
    };
    auto const x = [&](std::size_t i) { return double{p[i].x}; };
    auto const y = [&](std::size_t i) { return double{p[i].y}; };
    for (std::size_t i = 0; i < 4; ++i) {
        auto const j = (i + 1) % 4, k = (i + 2) % 4;
        if (cross(x(j) - x(i), y(j) - y(i), x(k) - x(j), y(k) - y(j)) == 0) return {};
    }
    double const ax = x(1) - x(2), ay = y(1) - y(2), bx = x(3) - x(2), by = y(3) - y(2),
                 sx = x(0) - x(1) + x(2) - x(3), sy = y(0) - y(1) + y(2) - y(3), all = cross(ax, ay, bx, by);
    double const g = cross(sx, sy, bx, by) / all, h = cross(ax, ay, sx, sy) / all;
    return {x(1) - x(0) + product(g, x(1)),
            x(3) - x(0) + product(h, x(3)),
            x(0),
            y(1) - y(0) + product(g, y(1)),
            y(3) - y(0) + product(h, y(3)),
            y(0),
            g,
            h,
            1};
}

/// The map that takes `from` to `to`; all zero where there is none.
inline auto homography(quadrangle const& from, quadrangle const& to) -> matrix3
{
    auto m = after(from_square(to), adjugate(from_square(from)));
    if (m[8] != 0)
        for (std::size_t i = 0; i < 9; ++i) m[i] = i == 8 ? 1 : m[i] / m[8];
    return m;
}

} // namespace detail

/// Takes four places of the image to four places of the output: by default its corners. `size` is by default
/// the image's. Throws husk::error for corners of which three lie on a line, or which are not finite.
struct perspective {
    quadrangle from{}; ///< in pixels; all zero: the image's corners
    quadrangle to{};   ///< in pixels; all zero: the output's corners
    output_size size{};
    filter resampling = filter::bilinear; ///< or nearest, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream&, extent in) const -> projective
    {
        auto const out = size == output_size{} ? in : extent(size);
        detail::require(!out.empty(), "perspective.size", size, "must be positive");
        detail::require_sampling("perspective", resampling, fill);
        return {detail::homography(given("perspective.to", to, out), given("perspective.from", from, in)),
                in,
                out,
                resampling,
                outside,
                fill};
    }

private:
    static auto given(std::string_view argument, quadrangle const& c, extent whole) -> quadrangle
    {
        if (c == quadrangle{})
            return detail::corners_of(static_cast<float>(whole.width), static_cast<float>(whole.height));
        for (auto const& p : c)
            for (float const f : {p.x, p.y})
                detail::require(f >= -1e6f && f <= 1e6f, argument, f, "must lie in [-1e6, 1e6]");
        detail::require(detail::from_square(c) != matrix3{}, argument, "three corners on a line",
                        "must be a quadrangle");
        return c;
    }
};

/// Moves each of the image's corners inwards, with a probability: by whole pixels, uniform in 0 to
/// `distortion` times half the side (torchvision's RandomPerspective). Where three of the new corners lie on
/// a line, as in images one pixel wide, nothing happens. Throws husk::error for distortions and probabilities
/// outside [0, 1] and other filters than the three.
struct random_perspective {
    float distortion = .5f;
    float probability = .5f;
    filter resampling = filter::bilinear; ///< or nearest, or bicubic
    border outside = border::constant;
    std::array<float, 3> fill{};

    auto draw(stream& g, extent in) const -> projective
    {
        detail::require(distortion >= 0 && distortion <= 1, "random_perspective.distortion", distortion,
                        "must lie in [0, 1]");
        detail::require_probability("random_perspective.probability", probability);
        detail::require_sampling("random_perspective", resampling, fill);
        bool const happens = g.chance(probability);
        // As torchvision has it, the last pixel's number is where the image ends.
        auto const corner =
            detail::corners_of(static_cast<float>(in.width - 1), static_cast<float>(in.height - 1));
        auto moved = corner;
        for (std::size_t i = 0; i < 4; ++i) {
            auto const x = inwards(g, in.width), y = inwards(g, in.height);
            moved[i].x += i == 0 || i == 3 ? x : -x;
            moved[i].y += i < 2 ? y : -y;
        }
        auto const m = detail::homography(moved, corner);
        bool const there = happens && moved != corner && m != matrix3{};
        return {there ? m : unmapped, in, in, resampling, outside, fill};
    }

private:
    auto inwards(stream& g, int side) const -> float
    {
        auto const most = static_cast<int>(detail::product(double{distortion}, side / 2));
        return static_cast<float>(g.in(interval{0, most}));
    }
};

static_assert(transform<perspective> && transform<random_perspective>);

} // namespace husk
