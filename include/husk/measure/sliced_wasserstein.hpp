// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/field.hpp>
#include <husk/rng/stream.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace husk {

/// How finely the sliced Wasserstein distance looks.
struct sliced_wasserstein_options {
    int projections = 64;   ///< directions drawn: with 64 a figure strays by 5 to 10 % from that of many
    std::uint64_t seed = 3; ///< of the directions, the same everywhere; the default's stray little
    std::int64_t patches = 1 << 18; ///< most of one image at one level; of more, a regular lattice is taken
};

namespace detail {

inline constexpr int patch_side = 7, patch_levels = 3, patch_quantiles = 2001;
/// What three dyadic levels of 7x7 patches need.
inline constexpr int patch_least_side = patch_side << (patch_levels - 1);

/// `count` unit vectors, uniform on the sphere of `dimensions`: normal deviates (Box and Muller) of the
/// library's own stream, scaled to length one. One after the other.
inline auto unit_directions(int dimensions, int count, std::uint64_t seed) -> std::vector<double>
{
    stream g(key{.seed = seed});
    auto const normal = [&] {
        auto const radius = std::sqrt(-2 * std::log1p(-static_cast<double>(g.unit())));
        return radius * std::cos(2 * std::numbers::pi * static_cast<double>(g.unit()));
    };
    auto const n = static_cast<std::size_t>(dimensions);
    std::vector<double> all(n * static_cast<std::size_t>(count));
    for (std::size_t from = 0; from < all.size(); from += n) {
        double squares = 0;
        for (std::size_t i = from; i < from + n; ++i) {
            all[i] = normal();
            squares += all[i] * all[i];
        }
        for (std::size_t i = from; i < from + n; ++i) all[i] /= std::sqrt(squares);
    }
    return all;
}

/// The pixels between the patches that are looked at: one, unless there are more patches than `most`.
inline auto lattice_step(extent positions, std::int64_t most) -> int
{
    int step = 1;
    auto const along = [&](int n) { return std::int64_t{(n - 1) / step + 1}; };
    while (along(positions.width) * along(positions.height) > most) ++step;
    return step;
}

/// Adds to sums[i] the seven pixels from row[i * step] on, weighted by w.
inline void add_taps(double const* row, double const* w, int step, std::span<double> sums)
{
    for (auto& sum : sums) {
        sum += row[0] * w[0] + row[1] * w[1] + row[2] * w[2] + row[3] * w[3] + row[4] * w[4] + row[5] * w[5] +
               row[6] * w[6];
        row += step;
    }
}

/// Appends the projection of every patch of an image, given as its channels, on `direction` (which runs
/// through channels, then rows, then columns).
inline void project(std::span<field const> channels, double const* direction, std::int64_t most,
                    std::vector<double>& out)
{
    auto const size = channels.front().size;
    extent const positions{size.width - patch_side + 1, size.height - patch_side + 1};
    auto const step = lattice_step(positions, most);
    auto const columns = static_cast<std::size_t>((positions.width - 1) / step + 1);
    for (int y = 0; y < positions.height; y += step) {
        out.resize(out.size() + columns);
        auto const sums = std::span(out).last(columns);
        auto const* w = direction;
        for (field const& channel : channels)
            for (int dy = 0; dy < patch_side; ++dy, w += patch_side)
                add_taps(channel.row(y + dy), w, step, sums);
    }
}

/// The value at a fraction q of the way through sorted numbers, linear between neighbours.
inline auto quantile(std::span<double const> sorted, double q) -> double
{
    auto const place = q * static_cast<double>(sorted.size() - 1);
    auto const below = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
    auto const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Wasserstein distance on the line: the mean difference of the quantiles. Sorts both.
inline auto distance_on_the_line(std::vector<double>& a, std::vector<double>& b) -> double
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    double sum = 0;
    for (int i = 0; i < patch_quantiles; ++i) {
        auto const q = static_cast<double>(i) / (patch_quantiles - 1);
        sum += std::abs(quantile(a, q) - quantile(b, q));
    }
    return sum / patch_quantiles;
}

} // namespace detail

/// How far the 7x7 patches of `output` are, as a set, from those of all `exemplars` together: the sliced
/// Wasserstein distance (Rabin et al., "Wasserstein Barycenter and Its Application to Texture Mixing",
/// SSVM 2011), the mean over three dyadic levels (2x2 means) and over random unit directions of the distance
/// of 2001 quantiles. In grey values of the scale 0..255; 0 for equal sets. Throws husk::error for images
/// with a side below 28, of different channels, and options that are not positive.
inline auto sliced_wasserstein(std::span<measured const> exemplars, measured output,
                               sliced_wasserstein_options const& options = {}) -> double
{
    detail::require_measurable(exemplars, output, detail::patch_least_side);
    detail::require(options.projections > 0, "projections", options.projections, "must be positive");
    detail::require(options.patches > 0, "patches", options.patches, "must be positive");
    auto const dimensions = detail::patch_side * detail::patch_side * output.channels;
    auto const directions = detail::unit_directions(dimensions, options.projections, options.seed);
    std::vector<std::vector<detail::field>> images{detail::channels_of(output)};
    for (auto const& e : exemplars) images.push_back(detail::channels_of(e));
    std::vector<double> ours, theirs;
    double sum = 0;
    for (int level = 0; level < detail::patch_levels; ++level) {
        for (auto d = directions.begin(); d != directions.end(); d += dimensions) {
            ours.clear(), theirs.clear();
            detail::project(images.front(), &*d, options.patches, ours);
            for (auto const& exemplar : std::span(images).subspan(1))
                detail::project(exemplar, &*d, options.patches, theirs);
            sum += detail::distance_on_the_line(ours, theirs);
        }
        for (auto& channels : images)
            for (auto& channel : channels) channel = detail::halved(channel);
    }
    return sum / (detail::patch_levels * options.projections);
}

/// The same against a single exemplar.
inline auto sliced_wasserstein(measured exemplar, measured output,
                               sliced_wasserstein_options const& options = {}) -> double
{
    return sliced_wasserstein(std::span(&exemplar, 1), output, options);
}

} // namespace husk
