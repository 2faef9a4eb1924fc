// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/raised_bytes.hpp>

namespace husk::simd {

/// Two registers of levels from as many bytes as they hold, shared out among them in whatever order is
/// cheapest to come back from.
template <class Arch>
struct short_pair {
    static constexpr int lanes = 2 * shorts<Arch>::lanes;

    shorts<Arch> first, second;

    static auto load(std::uint8_t const* from) -> short_pair;
    void store(std::uint8_t* to) const;

    /// From a register of bytes and back to one: less than 0 becomes 0, and more than 255 becomes 255.
    template <class B>
    [[gnu::always_inline]] static auto of(B const& bytes) -> short_pair
    {
        auto const v = simd::raised(ushorts<Arch>::all(0), ushorts<Arch>{bit_cast<std::uint16_t>(bytes)});
        return {{bit_cast<std::int16_t>(v[0].value)}, {bit_cast<std::int16_t>(v[1].value)}};
    }
    /// The same, times 256, and a byte more.
    template <class B>
    [[gnu::always_inline]] static auto raised(B const& bytes, int more) -> short_pair
    {
        auto const v = simd::raised(ushorts<Arch>{bit_cast<std::uint16_t>(bytes)},
                                    ushorts<Arch>::all(static_cast<std::uint16_t>(more * 257)));
        return {{bit_cast<std::int16_t>(v[0].value)}, {bit_cast<std::int16_t>(v[1].value)}};
    }
    [[gnu::always_inline]] auto bytes() const
    {
        using V = ushorts<Arch>;
        return detail::lowered<0, Arch>(
            std::array{V{bit_cast<std::uint16_t>(first.value)}, V{bit_cast<std::uint16_t>(second.value)}},
            Arch{});
    }

    friend auto operator+(short_pair a, short_pair b) -> short_pair
    {
        return {a.first + b.first, a.second + b.second};
    }
};

template <class Arch>
auto short_pair<Arch>::load(std::uint8_t const* from) -> short_pair
{
    if constexpr (shorts<Arch>::is_scalar) return {shorts<Arch>::load(from), shorts<Arch>::load(from + 1)};
    else return of(batch<std::uint8_t, Arch>::load_unaligned(from));
}
template <class Arch>
void short_pair<Arch>::store(std::uint8_t* to) const
{
    if constexpr (shorts<Arch>::is_scalar) first.store(to), second.store(to + 1);
    else bytes().store_unaligned(to);
}

} // namespace husk::simd
