// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/laid_bytes.hpp>
#include <husk/kernel/sweep.hpp>

namespace husk::detail {

// What a near_search measures by, and what boxes of 2^shift pixels tell about it.

/// Sums of absolute differences. Boxes of n pixels are compared by their means, rounded down. What that may
/// add to n times the difference of two means is what was cut off from the smaller sum: the remainder, if it
/// is the one that is laid and known; or of an exemplar's at most what is then left, n - 1 less that
/// remainder.
struct near_distances {
    using cost = std::uint32_t;
    using element = std::uint8_t;
    static constexpr int count = 8;
    template <class Arch>
    using compared = byte_distances<Arch>;

    template <class Arch>
    static auto of_box(int sum, int shift) -> element
    {
        return static_cast<element>(sum >> shift);
    }
    /// What rounding may add to the difference to a box that is laid.
    template <class Arch>
    static auto rounding(int sum, int shift) -> cost
    {
        int const most = (1 << shift) - 1, cut = sum & most;
        return static_cast<cost>(std::max(cut, most - cut));
    }
    /// At most the cost of a place where boxes differ by this sum, to which rounding added this.
    template <class Arch>
    static auto bound(cost sum, int shift, cost rounding) -> cost
    {
        return std::max(sum << shift, rounding) - rounding;
    }
    template <class Arch>
    static auto exact(laid_bytes const& laid, byte_pictures const& pictures, spot const& p) -> cost
    {
        return laid.distance<Arch>(pictures, p);
    }
};

/// Sums of squared differences. Of n differences with the sum s, the squares add up to s^2 / n at least.
/// Where the squares of all s need more than 32 bits, the bound is lower than it could be.
struct near_squares {
    using cost = std::uint64_t;
    using element = std::int16_t;
    static constexpr int count = 2;
    template <class Arch>
    using compared = squares<Arch>;

    template <class Arch>
    static auto of_box(int sum, int) -> element
    {
        return static_cast<element>(sum);
    }
    template <class Arch>
    static auto rounding(int, int) -> cost
    {
        return 0;
    }
    template <class Arch>
    static auto bound(cost sum, int shift, cost) -> cost
    {
        return sum >> shift;
    }
    template <class Arch>
    static auto exact(laid_bytes const& laid, byte_pictures const& pictures, spot const& p) -> cost
    {
        return laid.squares<Arch>(pictures, p);
    }
};

} // namespace husk::detail
