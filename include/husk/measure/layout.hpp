// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/field.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace husk {

namespace detail {

inline constexpr int thumbnail_side = 14;
using thumbnail = std::array<double, thumbnail_side * thumbnail_side>;

/// What of the pixels [x, x + 1) lies in cell `cell` of `length` pixels, in 1/14 of a pixel.
inline auto share_of_cell(int x, int cell, int length) -> std::int64_t
{
    auto const from = std::max(std::int64_t{x} * thumbnail_side, std::int64_t{cell} * length);
    auto const to = std::min((std::int64_t{x} + 1) * thumbnail_side, (std::int64_t{cell} + 1) * length);
    return std::max<std::int64_t>(to - from, 0);
}

/// The first pixel of a cell, and one past its last.
inline auto cell_begin(int cell, int length) -> int
{
    return static_cast<int>(std::int64_t{cell} * length / thumbnail_side);
}
inline auto cell_end(int cell, int length) -> int
{
    return static_cast<int>(((std::int64_t{cell} + 1) * length + thumbnail_side - 1) / thumbnail_side);
}

/// The mean of a channel over one cell of 14x14; pixels on its border count in part.
inline auto cell_mean(measured v, int channel, point cell) -> double
{
    auto const [width, height] = v.size;
    double sum = 0;
    for (int y = cell_begin(cell.y, height); y < cell_end(cell.y, height); ++y) {
        std::int64_t row = 0;
        for (int x = cell_begin(cell.x, width); x < cell_end(cell.x, width); ++x)
            row += share_of_cell(x, cell.x, width) * v(x, y, channel);
        sum += static_cast<double>(row) * static_cast<double>(share_of_cell(y, cell.y, height));
    }
    return sum / static_cast<double>(v.size.area());
}

/// A channel as 14x14 cells, about its mean.
inline auto thumbnail_of(measured v, int channel) -> thumbnail
{
    thumbnail t;
    double sum = 0;
    for (int i = 0; i < thumbnail_side * thumbnail_side; ++i)
        sum += t[static_cast<std::size_t>(i)] =
            cell_mean(v, channel, {i % thumbnail_side, i / thumbnail_side});
    for (auto& value : t) value -= sum / (thumbnail_side * thumbnail_side);
    return t;
}

} // namespace detail

/// How much of the layout of `source` is left in `output`: Pearson's correlation of their 14x14 thumbnails
/// (means over boxes, so that the sizes may differ), all channels together, each about its own mean, so that
/// a common colour is no common layout. In [-1, 1]; 1 for a copy, about 0 on average for a negative, and 0
/// when one of the two is flat. A single draw scatters: average over several. Throws husk::error for images
/// of different channels.
inline auto layout_correlation(measured source, measured output) -> double
{
    detail::require_measurable("source", source);
    detail::require_measurable("output", output);
    detail::require(source.channels == output.channels, "source.channels", source.channels,
                    "must be the output's, " + detail::text(output.channels));
    double product = 0, ours = 0, theirs = 0;
    for (int c = 0; c < output.channels; ++c) {
        auto const a = detail::thumbnail_of(source, c), b = detail::thumbnail_of(output, c);
        for (std::size_t i = 0; i < a.size(); ++i) {
            product += a[i] * b[i];
            theirs += a[i] * a[i];
            ours += b[i] * b[i];
        }
    }
    constexpr double flat = 1e-12; // what rounding leaves of no contrast at all
    return ours <= flat || theirs <= flat ? 0 : product / std::sqrt(ours * theirs);
}

} // namespace husk
