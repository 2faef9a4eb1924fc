// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace husk {

// g++ 12 has the macro on every machine, but the type in C++ only with SSE2.
#if defined(__FLT16_MANT_DIG__) && (defined(__clang__) || __GNUC__ >= 13 || defined(__SSE2__))
/// IEEE half precision, where the compiler has it as a type.
using float16 = _Float16;
inline constexpr bool has_float16 = true;
template <class T>
concept half_element = std::same_as<T, float16>;
#else
using float16 = void;
inline constexpr bool has_float16 = false;
template <class T>
concept half_element = false;
#endif

/// What a channel of a pixel may be: u8, u16, float, and half precision where there is one.
template <class T>
concept element = std::same_as<T, std::uint8_t> || std::same_as<T, std::uint16_t> || std::same_as<T, float> ||
    half_element<T>;

/// The same, or const of it: what a view may point to.
template <class T>
concept viewed_element = element<std::remove_const_t<T>>;

} // namespace husk
