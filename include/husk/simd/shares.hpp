// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/shorts.hpp>

namespace husk::simd {

/// Two numbers from 0 to 2^24, in halves of 12 bits.
template <class Arch>
struct share_weights {
    using values = typename std::conditional_t<shorts<Arch>::is_scalar, std::type_identity<std::int64_t>,
                                               std::type_identity<batch<std::int16_t, Arch>>>::type;

    values high, low;

    share_weights(int first, int second)
    {
        if constexpr (shorts<Arch>::is_scalar) high = first, low = second;
        else {
            std::array<std::int16_t, std::size_t{shorts<Arch>::lanes}> h, l;
            for (std::size_t i = 0; i < h.size(); ++i) {
                h[i] = static_cast<std::int16_t>((i % 2 ? second : first) / 4096);
                l[i] = static_cast<std::int16_t>((i % 2 ? second : first) % 4096);
            }
            high = values::load_unaligned(h.data()), low = values::load_unaligned(l.data());
        }
    }
};

/// first a + second b, and more of the like, / 2^24, halves up. Exact, where the result is a level.
template <class Arch>
class shared {
public:
    shared(shorts<Arch> a, shorts<Arch> b, share_weights<Arch> const& w)
    {
        if constexpr (shorts<Arch>::is_scalar) sum_ = a.value * w.high + b.value * w.low;
        else
            for_both(detail::paired<Arch>(a.value, b.value, Arch{}), [&](auto const& pair, std::size_t i) {
                high_[i] = madd<Arch>(pair, w.high);
                low_[i] = madd<Arch>(pair, w.low);
            });
    }
    friend auto operator+(shared a, shared const& b) -> shared
    {
        if constexpr (shorts<Arch>::is_scalar) a.sum_ += b.sum_;
        else
            for_both(a.high_, [&](auto const&, std::size_t i) {
                a.high_[i] += b.high_[i];
                a.low_[i] += b.low_[i];
            });
        return a;
    }
    auto level() const -> shorts<Arch>
    {
        if constexpr (shorts<Arch>::is_scalar) return {static_cast<std::int16_t>((sum_ + (1 << 23)) >> 24)};
        else {
            auto const half = [&](std::size_t i) {
                return (high_[i] + (low_[i] >> 12) + detail::ints_of<Arch>(2048)) >> 12;
            };
            return {detail::together<Arch>(half(0), half(1), Arch{})};
        }
    }

private:
    template <class A, class F>
    static void for_both(A const& a, F f)
    {
        f(a[0], 0);
        f(a[1], 1);
    }

    struct nothing {};
    static constexpr bool one = shorts<Arch>::is_scalar;
    std::conditional_t<one, std::int64_t, nothing> sum_{};
    typename std::conditional_t<one, std::type_identity<nothing>,
                                std::type_identity<std::array<detail::ints_of<Arch>, 2>>>::type high_{},
        low_{};
};

} // namespace husk::simd
