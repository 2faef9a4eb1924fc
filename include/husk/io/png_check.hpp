// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/byte_reader.hpp>

#include <array>

namespace husk::detail {

/// The table of the CRC-32 of PNG (ISO 3309).
inline constexpr auto crc_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        auto c = n;
        for (int bit = 0; bit < 8; ++bit) c = c >> 1 ^ (c & 1 ? 0xedb88320 : 0);
        table[n] = c;
    }
    return table;
}();

inline auto crc32(byte_span data) -> std::uint32_t
{
    std::uint32_t crc = ~0u;
    for (auto const b : data) crc = crc >> 8 ^ crc_table[(crc ^ std::to_integer<std::uint32_t>(b)) & 255];
    return ~crc;
}

inline constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

/// Walks the chunks of a PNG file: what is wrong with them, or null. stb_image ignores their checksums and
/// would show damaged pixels.
inline auto damage_of_png(byte_span png) -> char const*
{
    constexpr std::size_t name = 4;
    byte_reader const read(png, false);
    for (auto at = png_signature.size();;) {
        auto const length = read.u32(at);
        if (!length || png.size() - at - 4 < std::size_t{*length} + name + 4) return "it is truncated";
        auto const chunk = png.subspan(at + 4, name + *length);
        at += 4 + chunk.size();
        if (read.u32(at) != crc32(chunk)) return "it is corrupt (a checksum is wrong)";
        at += 4;
        if (begins_with(chunk, "IEND")) return nullptr;
    }
}

} // namespace husk::detail
