// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/check.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace husk {

/// What the measures look at: packed u8 pixels of 1, 3 or 4 channels, on the scale 0..255.
using measured = packed<std::uint8_t const>;

namespace detail {

/// A plane of numbers in double precision: what the measures compute with.
struct field {
    extent size;
    std::vector<double> values;

    explicit field(extent e) : size(e), values(static_cast<std::size_t>(e.area())) {}

    auto row(int y) -> double* { return values.data() + start(y); }
    auto row(int y) const -> double const* { return values.data() + start(y); }

private:
    auto start(int y) const -> std::ptrdiff_t { return std::ptrdiff_t{y} * size.width; }
};

inline auto channel_of(measured v, int channel) -> field
{
    field f(v.size);
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x) f.row(y)[x] = v(x, y, channel);
    return f;
}

/// One plane for each channel.
inline auto channels_of(measured v) -> std::vector<field>
{
    std::vector<field> all;
    for (int c = 0; c < v.channels; ++c) all.push_back(channel_of(v, c));
    return all;
}

/// The mean of the channels.
inline auto gray_of(measured v) -> field
{
    field f(v.size);
    for (int y = 0; y < v.size.height; ++y)
        for (int x = 0; x < v.size.width; ++x) {
            int sum = 0;
            for (int c = 0; c < v.channels; ++c) sum += v(x, y, c);
            f.row(y)[x] = static_cast<double>(sum) / v.channels;
        }
    return f;
}

/// Half the size, each pixel the mean of 2x2; an odd last row or column is left out.
inline auto halved(field const& f) -> field
{
    field half({f.size.width / 2, f.size.height / 2});
    for (int y = 0; y < half.size.height; ++y) {
        auto const *const upper = f.row(2 * y), *const lower = f.row(2 * y + 1);
        for (int x = 0; x < half.size.width; ++x)
            half.row(y)[x] = (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
    }
    return half;
}

/// Throws husk::error unless `v` is a sound view whose shorter side has at least `least` pixels.
inline void require_measurable(std::string_view argument, measured v, int least = 1)
{
    check(argument, v);
    require(v.size.shorter_side() >= least, std::string(argument) + ".size", v.size,
            "both sides must be at least " + text(least));
}

/// The same of everything that a measure compares; all must have the same channels.
inline void require_measurable(std::span<measured const> exemplars, measured output, int least = 1)
{
    require(!exemplars.empty(), "exemplars", "empty", "must hold an image");
    require_measurable("output", output, least);
    for (auto const& e : exemplars) {
        require_measurable("exemplar", e, least);
        require(e.channels == output.channels, "exemplar.channels", e.channels,
                "must be the output's, " + text(output.channels));
    }
}

} // namespace detail
} // namespace husk
