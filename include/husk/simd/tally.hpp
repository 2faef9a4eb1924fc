// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/real.hpp>

#include <cstdint>

namespace husk::simd {

/// A sum of whole numbers in as many lanes as a register has. It is exact, and so the same for any number of
/// lanes, as long as the sizes of what comes into a lane stay below 2^31 in all.
template <class Arch>
class tally {
public:
    void add(real<Arch> whole)
    {
        if constexpr (real<Arch>::is_scalar) lanes_ += static_cast<std::int32_t>(whole.value);
        else lanes_ = lanes_ + xsimd::to_int(whole.value);
    }

    /// The nearest whole numbers, halves to the even one.
    void add_nearest(real<Arch> v)
    {
        if constexpr (real<Arch>::is_scalar) add(nearest(v));
        else lanes_ = lanes_ + xsimd::nearbyint_as_int(v.value);
    }

    auto total() const -> std::int64_t
    {
        if constexpr (real<Arch>::is_scalar) return lanes_;
        else {
            std::int32_t each[static_cast<std::size_t>(real<Arch>::lanes)];
            lanes_.store_unaligned(each);
            std::int64_t sum = 0;
            for (auto const n : each) sum += n;
            return sum;
        }
    }

private:
    static auto nothing()
    {
        if constexpr (real<Arch>::is_scalar) return std::int32_t{0};
        else return batch<std::int32_t, Arch>(0);
    }

    decltype(nothing()) lanes_ = nothing();
};

/// Which lanes stand before the end of a row, of which `left` pixels are left.
template <class Arch>
auto before_end(int left) -> typename real<Arch>::mask
{
    alignas(64) static constexpr float numbers[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    static_assert(real<Arch>::lanes <= 16);
    return real<Arch>::load(numbers) < real<Arch>(static_cast<float>(left));
}

} // namespace husk::simd
