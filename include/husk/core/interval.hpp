// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/error.hpp>

namespace husk {

/// The closed interval [low, high]: what a random parameter is drawn from.
template <class T>
struct interval {
    T low, high;

    friend constexpr auto operator==(interval const&, interval const&) -> bool = default;
};

template <class T>
interval(T, T) -> interval<T>;

template <class T>
auto to_string(interval<T> const& i) -> std::string
{
    return std::string("[") + detail::text(i.low) + ", " + detail::text(i.high) + "]";
}

namespace detail {

/// An interval must not be upside down, nor hold NaN, nor leave `bounds`.
template <class T>
void require_interval(std::string_view argument, interval<T> const& i, interval<T> const& bounds)
{
    if (!(i.low <= i.high)) reject(argument, i, "low must not exceed high");
    if (!(i.low >= bounds.low && i.high <= bounds.high)) reject(argument, i, "must lie in ", bounds);
}

/// A probability lies in [0, 1]; NaN does not.
inline void require_probability(std::string_view argument, float p)
{
    require(p >= 0 && p <= 1, argument, p, "a probability must lie in [0, 1]");
}

} // namespace detail
} // namespace husk
