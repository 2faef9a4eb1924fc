// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/field.hpp>
#include <husk/measure/fourier.hpp>

#include <algorithm>

namespace husk {

namespace detail {

inline constexpr int autocorrelation_longest_side = 512;

/// Sums over boxes from their corner at the origin: at (x, y) that of all pixels left of x and above y.
class box_sums {
public:
    template <class Value>
    box_sums(field const& f, Value value) : sums_({f.size.width + 1, f.size.height + 1})
    {
        for (int y = 0; y < f.size.height; ++y) {
            double row = 0;
            for (int x = 0; x < f.size.width; ++x) {
                row += value(f.row(y)[x]);
                sums_.row(y + 1)[x + 1] = sums_.row(y)[x + 1] + row;
            }
        }
    }

    auto operator()(rect const& r) const -> double
    {
        auto const *const top = sums_.row(r.at.y), *const bottom = sums_.row(r.at.y + r.size.height);
        return bottom[r.at.x + r.size.width] - bottom[r.at.x] - top[r.at.x + r.size.width] + top[r.at.x];
    }

private:
    field sums_;
};

/// Sum of f(p) f(p + d) over all p, for every shift d; shifts to the left or upwards are counted from the
/// far end. Padded, so that nothing wraps around.
inline auto products_of_shifts(field const& f) -> field
{
    auto const pad = [](int n) { return static_cast<int>(std::bit_ceil(static_cast<unsigned>(n + n / 2))); };
    field products({pad(f.size.width), pad(f.size.height)});
    std::vector<complex> spectrum(products.values.size());
    for (int y = 0; y < f.size.height; ++y)
        std::copy_n(f.row(y), f.size.width, spectrum.begin() + std::ptrdiff_t{y} * products.size.width);
    fourier_forward(spectrum, products.size);
    for (auto& s : spectrum) s = std::norm(s);
    fourier_forward(spectrum, products.size); // real and even: the way back is the way forth
    std::ranges::transform(spectrum, products.values.begin(),
                           [&](complex const& s) { return s.real() / static_cast<double>(spectrum.size()); });
    return products;
}

/// About its mean, and halved until its longer side is at most 512 (or the other a pixel or two); `radius`
/// follows.
inline auto prepared(measured v, double& radius) -> field
{
    auto f = gray_of(v);
    for (; std::max(f.size.width, f.size.height) > autocorrelation_longest_side; radius /= 2) f = halved(f);
    double sum = 0;
    for (auto const value : f.values) sum += value;
    for (auto& value : f.values) value -= sum / static_cast<double>(f.values.size());
    return f;
}

/// Pearson's correlation of an image with itself, shifted.
class autocorrelation {
public:
    explicit autocorrelation(field const& f) :
        size_(f.size), products_(products_of_shifts(f)), sums_(f, [](double v) { return v; }),
        squares_(f, [](double v) { return v * v; })
    {
    }

    /// Over the pixels that both have, for a shift of at most half the size; `y` not negative. 0 when one of
    /// the two parts is flat.
    auto operator()(int x, int y) const -> double
    {
        extent const common{size_.width - std::abs(x), size_.height - y};
        rect const a{{std::max(0, -x), 0}, common}, b{{std::max(0, x), y}, common};
        auto const n = static_cast<double>(common.area());
        auto const product = products_.row(y)[x < 0 ? products_.size.width + x : x] - sums_(a) * sums_(b) / n;
        auto const ours = squares_(a) - sums_(a) * sums_(a) / n,
                   theirs = squares_(b) - sums_(b) * sums_(b) / n;
        constexpr double flat = 1e-6; // variance; what rounding leaves is far less
        return ours <= flat * n || theirs <= flat * n ? 0 : product / std::sqrt(ours * theirs);
    }

private:
    extent size_;
    field products_;
    box_sums sums_, squares_;
};

} // namespace detail

/// The largest correlation of the image's gray with itself over shifts longer than `radius` pixels, up to
/// half its width and height; near 1 for a motif in rows, -1 at least. Above 512 pixels it is measured on a
/// smaller image. Throws husk::error for a radius that is not in [0, half the shorter side).
inline auto largest_autocorrelation(measured image, double radius) -> double
{
    detail::require_measurable("image", image, 4);
    detail::require(radius >= 0 && radius < image.size.shorter_side() / 2., "radius", radius,
                    "must lie in [0, half the shorter side)");
    auto const f = detail::prepared(image, radius);
    detail::autocorrelation const correlation(f);
    double largest = -1;
    for (int y = 0; y <= f.size.height / 2; ++y)
        for (int x = -(f.size.width / 2); x <= f.size.width / 2; ++x)
            if (std::hypot(x, y) > radius) largest = std::max(largest, correlation(x, y));
    return largest;
}

/// The repetition index: by how much the largest autocorrelation of `output` at a distance of more than half
/// a block exceeds that of the most regular exemplar. About 0 or below when the output repeats no more than
/// its exemplars do, towards 1 for a motif in rows. Throws husk::error for a block that is not positive or
/// does not find room in every image.
inline auto repetition(std::span<measured const> exemplars, measured output, int block) -> double
{
    detail::require_measurable(exemplars, output, 4);
    auto const fits = [&](measured v) { return block / 2. < v.size.shorter_side() / 2.; };
    detail::require(block > 0 && fits(output) && std::ranges::all_of(exemplars, fits), "block", block,
                    "must be positive and smaller than every image");
    double regular = -1;
    for (auto const& e : exemplars) regular = std::max(regular, largest_autocorrelation(e, block / 2.));
    return largest_autocorrelation(output, block / 2.) - regular;
}

/// The same against a single exemplar.
inline auto repetition(measured exemplar, measured output, int block) -> double
{
    return repetition(std::span(&exemplar, 1), output, block);
}

} // namespace husk
