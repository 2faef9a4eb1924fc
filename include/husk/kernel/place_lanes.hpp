// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/arena.hpp>
#include <husk/kernel/places.hpp>
#include <husk/simd/batch.hpp>

#include <cstdint>

namespace husk::detail {

/// Many places, coordinate by coordinate, so that a register holds those of several. Past the last place a
/// register may read on, and write.
struct place_lanes {
    static constexpr std::size_t slack = 16; ///< the most 32-bit lanes of any register

    std::span<std::int32_t> exemplar, x, y;
    std::size_t count = 0;

    place_lanes(arena& memory, std::size_t most) :
        exemplar(memory.take<std::int32_t>(most + slack)), x(memory.take<std::int32_t>(most + slack)),
        y(memory.take<std::int32_t>(most + slack))
    {
    }

    auto operator[](std::size_t i) const -> spot { return {exemplar[i], {x[i], y[i]}}; }
    void put(std::size_t i, spot const& s) { exemplar[i] = s.exemplar, x[i] = s.at.x, y[i] = s.at.y; }
};

/// In each lane what of(e) gives for the exemplar e that the lane names, one of `n`.
template <class Arch, class Of>
auto of_exemplars(simd::batch<std::int32_t, Arch> const& exemplar, std::size_t n, Of const& of)
    -> simd::batch<std::int32_t, Arch>
{
    using ints = simd::batch<std::int32_t, Arch>;
    ints all(static_cast<std::int32_t>(of(0)));
    for (std::size_t e = 1; e < n; ++e)
        all = simd::choose_ints<Arch>(exemplar == ints(static_cast<std::int32_t>(e)),
                                      ints(static_cast<std::int32_t>(of(e))), all);
    return all;
}

} // namespace husk::detail
