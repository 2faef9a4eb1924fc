// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace husk::detail {

using byte_span = std::span<std::byte const>;

/// Unsigned numbers out of bytes, in either order; nothing beyond the end.
class byte_reader {
public:
    byte_reader(byte_span data, bool little) : data_(data), little_(little) {}

    auto u16(std::size_t at) const -> std::optional<std::uint32_t> { return number(at, 2); }
    auto u32(std::size_t at) const -> std::optional<std::uint32_t> { return number(at, 4); }

private:
    auto number(std::size_t at, std::size_t n) const -> std::optional<std::uint32_t>
    {
        if (at > data_.size() || data_.size() - at < n) return {};
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < n; ++i)
            value = value << 8 | std::to_integer<std::uint32_t>(data_[at + (little_ ? n - 1 - i : i)]);
        return value;
    }

    byte_span data_;
    bool little_;
};

inline auto begins_with(byte_span data, std::string_view with) -> bool
{
    return data.size() >= with.size() && std::memcmp(data.data(), with.data(), with.size()) == 0;
}

} // namespace husk::detail
