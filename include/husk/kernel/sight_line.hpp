// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/sight.hpp>
#include <husk/kernel/spots.hpp>

namespace husk::detail {

/// Whether neighbours of the output are as far apart everywhere: no perspective.
template <class Arch>
auto is_even(matrix3 const& m) -> bool
{
    return m[6] == 0 && m[7] == 0 && m[8] == 1;
}

/// Where the pixels of row `y` of the output come from in an image, as a filter of N x N pixels sees it.
template <class Arch, int N, bool Even>
struct sight_line {
    matrix3 const& to_image;
    int y;
    extent image;

    /// The stretch that begins at x. With nothing between pixels, only the pixels.
    [[gnu::always_inline]] void find(int x, spots& s) const
    {
        axis(0, x, image.width, s.left, s.right_of);
        axis(1, x, image.height, s.top, s.below);
    }

private:
    [[gnu::always_inline]] void axis(std::size_t r, int x, int length, spots::integers& whole,
                                     spots::floats& fraction) const
    {
        auto const& m = to_image;
        auto const at = [&](std::size_t row) { return row_at<Arch>(m, row, x + .5, y + .5); };
        // Pixels that share a place begin here; a single one is where the place falls into.
        constexpr double back = N == 1 ? 0 : N == 2 ? .5 : 1.5;
        double const weight = Even ? 1 : at(2), weight_step = Even ? 0 : m[6];
        double const start = at(r) - product<Arch>(back, weight);
        double const step = m[3 * r] - product<Arch>(back, weight_step);
        locate<Arch, Even>({start, step, weight, weight_step}, length, whole.data(),
                           N == 1 ? nullptr : fraction.data());
    }
};

} // namespace husk::detail
