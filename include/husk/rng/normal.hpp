// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/elementary.hpp>
#include <husk/rng/stream.hpp>

#include <cmath>

namespace husk {

/// A number of the normal distribution with mean 0 and deviation 1, from two draws (Box and Muller, "A Note
/// on the Generation of Random Normal Deviates", 1958). At most 6.8 in size, in steps of 2^-32 of
/// probability. The same on every machine.
inline auto normal(stream& g) -> float
{
    auto const open = (static_cast<double>(g.bits()) + .5) * 0x1p-32; // in (0, 1)
    auto const turn = static_cast<double>(g.bits()) * 0x1p-32;
    double const radius = std::sqrt(-2 * detail::log(open));
    return static_cast<float>(
        detail::product(radius, detail::cos(detail::product(turn, 0x1.921fb54442d18p+2))));
}

} // namespace husk
