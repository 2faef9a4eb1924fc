// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace husk {

/// A number for a name: 64-bit FNV-1a of its bytes, the same on every machine. As key::index it ties the luck
/// of a picture to its path, so that adding other pictures to the folder changes nothing for this one.
constexpr auto name_hash(std::string_view name) -> std::uint64_t
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

static_assert(name_hash("") == 0xcbf29ce484222325 && name_hash("foobar") == 0x85944171f73967e8);

namespace detail {

/// Sixteen hexadecimal digits.
inline auto hex(std::uint64_t value) -> std::string
{
    std::string digits(16, '0');
    for (auto d = digits.rbegin(); d != digits.rend(); ++d, value >>= 4) *d = "0123456789abcdef"[value & 15];
    return digits;
}

} // namespace detail
} // namespace husk
