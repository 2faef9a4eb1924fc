// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>

#include <array>

namespace husk::simd {

/// As many sums of 32 bits as shorts has numbers: of two of these times weights of 16 bits with a sign.
template <class Arch>
class wide_sums {
public:
    [[gnu::always_inline]] wide_sums(shorts<Arch> a, int first, shorts<Arch> b, int second)
    {
        if constexpr (one) sums_[0] = a.value * first + b.value * second;
        else {
            auto const weights = bit_cast<std::int16_t>(values((first & 0xffff) | second << 16));
            auto const pairs = detail::paired<Arch>(a.value, b.value, Arch{});
            sums_ = {madd<Arch>(pairs[0], weights), madd<Arch>(pairs[1], weights)};
        }
    }
    [[gnu::always_inline]] friend auto operator+(wide_sums a, wide_sums const& b) -> wide_sums
    {
        for (std::size_t i = 0; i < a.sums_.size(); ++i) a.sums_[i] += b.sums_[i];
        return a;
    }
    [[gnu::always_inline]] friend auto operator+(wide_sums a, int n) -> wide_sums
    {
        for (auto& sum : a.sums_) sum += values(n);
        return a;
    }
    /// Over 2^bits, rounded down, as numbers of 16 bits, which they must fit.
    [[gnu::always_inline]] auto over(int bits) const -> shorts<Arch>
    {
        if constexpr (one) return {static_cast<std::int16_t>(sums_[0] >> bits)};
        else return {detail::together<Arch>(sums_[0] >> bits, sums_[1] >> bits, Arch{})};
    }

private:
    static constexpr bool one = shorts<Arch>::is_scalar;
    using values = typename std::conditional_t<one, std::type_identity<std::int32_t>,
                                               std::type_identity<batch<std::int32_t, Arch>>>::type;

    std::array<values, one ? 1 : 2> sums_;
};

} // namespace husk::simd
