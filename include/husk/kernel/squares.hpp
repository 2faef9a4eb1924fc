// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/texels.hpp>
#include <husk/simd/load_neighbours.hpp>

namespace husk::detail {

/// Whether squares of 2 x 2 pixels become colours without being moved together first.
template <class Arch, class T, int N, int C>
inline constexpr bool has_squares =
    std::same_as<T, std::uint8_t>&& N == 2 && C == 3 && simd::loads_neighbours<Arch>;

/// What must be in the image for that: eight bytes are read where two pixels are wanted.
inline constexpr extent square_reads{3, 2};

/// Two pixels and their weights: a colour that the first has and the second, which lie three channels apart.
template <class Arch>
[[gnu::always_inline]] inline auto between(simd::pixels<Arch, 6> const& two,
                                           std::array<simd::real<Arch>, 2> const& weights)
    -> simd::pixels<Arch, 3>
{
    simd::pixels<Arch, 3> p;
    simd::for_channels<Arch, 3>([&](auto c) {
        p[c] = weights[0] * colour<Arch, std::uint8_t>(two[c]) +
               weights[1] * colour<Arch, std::uint8_t>(two[c + 3]);
    });
    return p;
}

/// What a triangle sees from as many places as a register holds, from number `i` on, all inside: to the bit
/// what `weighed` makes of texels.
template <class Arch>
[[gnu::always_inline]] inline auto weighed_squares(texture<std::uint8_t> const& from, spots const& s,
                                                   offsets const& o, std::size_t i) -> simd::pixels<Arch, 3>
{
    using V = simd::real<Arch>;
    auto const across = shares<Arch, 2>(V::load(s.right_of.data() + i));
    auto const down = shares<Arch, 2>(V::load(s.below.data() + i));
    auto const* const at = o.from_first.data() + i;
    auto const above = between<Arch>(simd::load_neighbours<Arch>(from.data, at), across);
    auto const below = between<Arch>(simd::load_neighbours<Arch>(from.data + from.pitch, at), across);
    simd::pixels<Arch, 3> p;
    simd::for_channels<Arch, 3>([&](auto c) { p[c] = down[0] * above[c] + down[1] * below[c]; });
    return p;
}

} // namespace husk::detail
