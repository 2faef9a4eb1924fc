// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/jpeg_segments.hpp>
#include <husk/kernel/turn.hpp>

namespace husk {

namespace detail {

/// The Exif block of a JPEG file, from its byte order mark on; empty where there is none.
inline auto exif_block(byte_span jpeg) -> byte_span
{
    constexpr std::string_view name{"Exif\0\0", 6};
    for (std::size_t at = 2;;) {
        auto const s = next_segment(jpeg, at);
        if (!s || s->marker == jpeg_scan || s->marker == jpeg_end) return {};
        if (s->marker == jpeg_app1 && begins_with(s->body, name)) return s->body.subspan(name.size());
        at = s->end;
    }
}

/// The orientation that the first directory of an Exif block holds, 1 to 8; 1 where it holds none.
inline auto orientation_in(byte_span exif) -> std::uint32_t
{
    constexpr std::uint32_t orientation_tag = 0x0112, short_type = 3;
    if (!begins_with(exif, "II") && !begins_with(exif, "MM")) return 1;
    byte_reader const read(exif, begins_with(exif, "II"));
    auto const directory = read.u32(4);
    auto const entries = directory ? read.u16(*directory) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        auto const at = *directory + 2 + 12 * i;
        if (read.u16(at) != orientation_tag) continue;
        auto const value = read.u16(at + 8);
        return read.u16(at + 2) == short_type && value && *value >= 1 && *value <= 8 ? *value : 1;
    }
    return 1;
}

} // namespace detail

/// How the pixels of a JPEG file must be turned to be seen upright, as a camera noted it in the Exif tag
/// Orientation (CIPA DC-008); turn::none where nothing sensible is said. Never throws.
inline auto exif_turn(std::span<std::byte const> jpeg) -> turn
{
    constexpr turn upright[] = {turn::none,
                                turn::mirror,
                                turn::half,
                                turn::mirror_half,
                                turn::mirror_three_quarters,
                                turn::quarter,
                                turn::mirror_quarter,
                                turn::three_quarters};
    return upright[detail::orientation_in(detail::exif_block(jpeg)) - 1];
}

} // namespace husk
