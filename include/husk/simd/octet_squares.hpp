// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/madd.hpp>
#include <husk/simd/octets.hpp>
#include <husk/simd/sad.hpp>

namespace husk::simd {

/// A sum of squared differences of bytes, over registers of them. It is exact as long as there are at most
/// 2^18 bytes in all.
template <class Arch>
class octet_squares {
public:
    void add(octets<Arch> a, octets<Arch> b)
    {
        if constexpr (octets<Arch>::is_scalar) {
            for (int i = 0; i < 64; i += 8) {
                auto const x = a.value >> i & 255, y = b.value >> i & 255;
                sums_ += (x - y) * (x - y);
            }
        } else {
            auto const d = bit_cast<std::uint16_t>(absolute_difference<Arch>(a.value, b.value));
            auto const even = bit_cast<std::int16_t>(d & batch<std::uint16_t, Arch>(std::uint16_t{255}));
            auto const odd = bit_cast<std::int16_t>(d >> 8);
            sums_ = sums_ + madd<Arch>(even, even) + madd<Arch>(odd, odd);
        }
    }

    auto total() const -> std::uint64_t
    {
        if constexpr (octets<Arch>::is_scalar) return sums_;
        else {
            constexpr auto n = lanes<std::int32_t, Arch>; // four at least, each of which holds 2^16 squares
            alignas(64) std::uint32_t each[n];
            bit_cast<std::uint32_t>(sums_).store_aligned(each);
            std::uint64_t s = 0;
            for (auto const v : each) s += v;
            return s;
        }
    }

private:
    static auto nothing()
    {
        if constexpr (octets<Arch>::is_scalar) return std::uint64_t{0};
        else return batch<std::int32_t, Arch>(std::int32_t{0});
    }

    decltype(nothing()) sums_ = nothing();
};

} // namespace husk::simd
