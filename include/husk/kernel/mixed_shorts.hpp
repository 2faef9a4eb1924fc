// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/short_colours.hpp>
#include <husk/simd/wide_sums.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace husk::detail {

/// Levels times a matrix whose numbers are multiples of 2^-13, or finer where they are small, summed in 32
/// bits and rounded; clamped by who stores it.
class mixed_shorts {
public:
    /// How far, in levels, it may be from the colours before they are rounded.
    static constexpr double within = .05;

    /// Weights of r, g and b, and a colour that is added.
    using row = std::array<float, 4>;

    /// If weights are less than 4, and what is added is at most 16.
    static auto of(std::array<row, 3> const& rows) -> std::optional<mixed_shorts>
    {
        float most = 0;
        for (auto const& m : rows) {
            if (!(std::abs(m[3]) <= 16)) return std::nullopt;
            for (std::size_t i = 0; i < 3; ++i) {
                if (!(std::abs(m[i]) < largest_weight)) return std::nullopt;
                most = std::max(most, std::abs(m[i]));
            }
        }
        return mixed_shorts(rows, most < largest_weight / 4 ? 15 : most < largest_weight / 2 ? 14 : 13);
    }

    template <class Arch>
    [[gnu::always_inline]] auto operator()(simd::short_colours<Arch> const& p) const
        -> simd::short_colours<Arch>
    {
        return {mixed(p, rows_[0]), mixed(p, rows_[1]), mixed(p, rows_[2])};
    }

private:
    static constexpr float largest_weight = 32767.f / 8192;

    mixed_shorts(std::array<row, 3> const& rows, int bits) : bits_(bits)
    {
        for (std::size_t c = 0; c < 3; ++c) {
            for (std::size_t i = 0; i < 3; ++i)
                rows_[c][i] = static_cast<int>(std::lrint(std::ldexp(rows[c][i], bits)));
            rows_[c][3] = static_cast<int>(std::lrint(std::ldexp(255. * double{rows[c][3]} + .5, bits)));
        }
    }

    template <class Arch>
    [[gnu::always_inline]] auto mixed(simd::short_colours<Arch> const& p, std::array<int, 4> const& m) const
        -> simd::shorts<Arch>
    {
        using sums = simd::wide_sums<Arch>;
        return (sums(p.r, m[0], p.g, m[1]) + sums(p.b, m[2], simd::shorts<Arch>::none(), 0) + m[3])
            .over(bits_);
    }

    std::array<std::array<int, 4>, 3> rows_; // in steps of 2^-bits of a level
    int bits_;
};

} // namespace husk::detail
