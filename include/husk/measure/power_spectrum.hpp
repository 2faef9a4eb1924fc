// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/field.hpp>
#include <husk/measure/fourier.hpp>

#include <array>

namespace husk {

namespace detail {

inline constexpr int spectrum_rings = 24;
/// Below this some rings hold no frequency.
inline constexpr int spectrum_least_side = 32;
/// Added to both powers of a quotient, so that silence is not infinitely far from silence.
inline constexpr double spectrum_floor = 1e-6;

} // namespace detail

/// Mean power at the frequencies from .02 to .5 cycles a pixel, in 24 rings of equal width.
using radial_power = std::array<double, detail::spectrum_rings>;

namespace detail {

/// The upper left square of `f` about its mean, faded out towards its borders (Hann).
inline auto windowed_square(field const& f, int n) -> std::vector<complex>
{
    double sum = 0;
    std::vector<double> fade;
    for (int y = 0; y < n; ++y) {
        for (int x = 0; x < n; ++x) sum += f.row(y)[x];
        fade.push_back(.5 - .5 * std::cos(2 * std::numbers::pi * y / (n - 1)));
    }
    auto const mean = sum / (static_cast<double>(n) * n);
    std::vector<complex> square;
    for (int y = 0; y < n; ++y)
        for (int x = 0; x < n; ++x)
            square.emplace_back((f.row(y)[x] - mean) * fade[static_cast<std::size_t>(y)] *
                                fade[static_cast<std::size_t>(x)]);
    return square;
}

/// The ring, counted from 1, of frequency (u / n, v / n) in cycles a pixel: 0 below .02, and 25 from .5 on.
/// In integers, so that frequencies on a border fall on the same side everywhere.
inline auto ring_of(std::int64_t u, std::int64_t v, std::int64_t n) -> int
{
    constexpr std::int64_t rings_a_cycle = 50;
    auto const squared = rings_a_cycle * rings_a_cycle * (u * u + v * v);
    auto ring = static_cast<std::int64_t>(std::sqrt(static_cast<double>(squared)) / static_cast<double>(n));
    while (ring * ring * n * n > squared) --ring;
    while ((ring + 1) * (ring + 1) * n * n <= squared) ++ring;
    return static_cast<int>(std::min<std::int64_t>(ring, spectrum_rings + 1));
}

} // namespace detail

/// The power spectrum of the image's gray (the mean of its channels), averaged around each ring; of a view
/// that is not square, the upper left square. Hann window; squared grey values. Throws husk::error below
/// 32x32.
inline auto power_spectrum(measured image) -> radial_power
{
    detail::require_measurable("image", image, detail::spectrum_least_side);
    auto const n = image.size.shorter_side();
    auto square = detail::windowed_square(detail::gray_of(image), n);
    detail::fourier_forward(square, {n, n});
    radial_power sums{}, counts{};
    for (int y = 0; y < n; ++y)
        for (int x = 0; x < n; ++x) {
            auto const ring = detail::ring_of(std::min(x, n - x), std::min(y, n - y), n);
            if (ring < 1 || ring > detail::spectrum_rings) continue;
            auto const i = static_cast<std::size_t>(ring - 1);
            auto const at = static_cast<std::size_t>(y) * static_cast<std::size_t>(n);
            sums[i] += std::norm(square[at + static_cast<std::size_t>(x)]);
            counts[i] += 1;
        }
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] /= counts[i] * n * n;
    return sums;
}

/// How far the power spectrum of `output` is from the mean of the exemplars': the mean over the rings of
/// |10 log10(P / Q)|, in decibels; 0 for equal spectra. Blur, ringing and noise show here, and layout does
/// not. Throws husk::error for images below 32x32 or of different channels.
inline auto power_spectrum_distance(std::span<measured const> exemplars, measured output) -> double
{
    detail::require_measurable(exemplars, output, detail::spectrum_least_side);
    radial_power mean{};
    for (auto const& e : exemplars) {
        auto const p = power_spectrum(e);
        for (std::size_t i = 0; i < p.size(); ++i) mean[i] += p[i] / static_cast<double>(exemplars.size());
    }
    auto const ours = power_spectrum(output);
    double sum = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        sum += std::abs(10 *
                        std::log10((mean[i] + detail::spectrum_floor) / (ours[i] + detail::spectrum_floor)));
    return sum / detail::spectrum_rings;
}

/// The same against a single exemplar.
inline auto power_spectrum_distance(measured exemplar, measured output) -> double
{
    return power_spectrum_distance(std::span(&exemplar, 1), output);
}

} // namespace husk
