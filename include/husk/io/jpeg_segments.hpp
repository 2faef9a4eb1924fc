// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/byte_reader.hpp>

namespace husk::detail {

inline constexpr std::string_view jpeg_signature = "\xff\xd8\xff";

/// The second byte of JPEG's markers (ITU-T T.81, table B.1), those that are looked at.
enum jpeg_marker : std::uint8_t {
    jpeg_baseline = 0xc0,
    jpeg_progressive = 0xc2,
    jpeg_huffman = 0xc4,
    jpeg_first_restart = 0xd0,
    jpeg_last_restart = 0xd7,
    jpeg_start = 0xd8,
    jpeg_end = 0xd9,
    jpeg_scan = 0xda,
    jpeg_quantisation = 0xdb,
    jpeg_app1 = 0xe1
};

/// A marker and what it announces, without its length.
struct jpeg_segment {
    std::uint8_t marker;
    byte_span body;
    std::size_t end; ///< where to look for the next one
};

/// The first segment that begins at `at` or later, past padding, restarts and compressed data; nothing when
/// the file ends before the segment does.
inline auto next_segment(byte_span jpeg, std::size_t at) -> std::optional<jpeg_segment>
{
    byte_reader const read(jpeg, false);
    while (at < jpeg.size()) {
        auto const* const found =
            static_cast<std::byte const*>(std::memchr(jpeg.data() + at, 0xff, jpeg.size() - at));
        if (!found) return {};
        at = static_cast<std::size_t>(found - jpeg.data()) + 1;
        if (at == jpeg.size()) return {};
        auto const marker = std::to_integer<std::uint8_t>(jpeg[at]);
        if (marker == 0xff) continue;
        ++at;
        if (marker <= 1 || (marker >= jpeg_first_restart && marker <= jpeg_start)) continue;
        if (marker == jpeg_end) return jpeg_segment{marker, {}, at};
        auto const length = read.u16(at);
        if (!length || *length < 2 || *length > jpeg.size() - at) return {};
        return jpeg_segment{marker, jpeg.subspan(at + 2, *length - 2), at + *length};
    }
    return {};
}

} // namespace husk::detail
