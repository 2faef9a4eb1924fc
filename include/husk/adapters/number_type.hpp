// SPDX-License-Identifier: MIT
#pragma once
#include <husk/core/element.hpp>

#include <string>

namespace husk {

enum class number_kind : std::uint8_t { unsigned_integer, integer, real, bfloat, complex, boolean, other };

/// What the numbers of a foreign array are, as its library says at run time: u8, i64, f32, bf16.
struct number_type {
    number_kind kind = number_kind::other;
    int bits = 0;

    friend constexpr auto operator==(number_type const&, number_type const&) -> bool = default;

    friend auto to_string(number_type const& t) -> std::string
    {
        constexpr char const* names[]{"u", "i", "f", "bf", "c", "bool", "other"};
        return names[static_cast<int>(t.kind)] + std::to_string(t.bits);
    }
};

/// What husk's elements are in those terms.
template <viewed_element T>
inline constexpr number_type number_type_of{
    std::is_integral_v<T> ? number_kind::unsigned_integer : number_kind::real, 8 * int{sizeof(T)}};

} // namespace husk
